/** What the bytes of the file tell that PDFium does not: XMP, layers, alternative texts, damage, how the file ends. */
import { inflateSync } from 'node:zlib'
import { type RawObject, walkObjects } from './raw-objects.js'
import { bytesOf, decodeText } from './raw-strings.js'
import { isEncrypted, plainBytes } from './decrypted.js'
import { type Carried, CarriedGathering, nothingCarried } from './carried.js'
import { layerKey } from './layers.js'
import type { OpenPdf } from './open.js'
import { unfiltered } from './stream-filters.js'

export interface PdfFacts extends Carried {
  /** XMP packets, XML as it stands. */
  readonly xmp: readonly Uint8Array[]
  /** There was more XMP, or more text, than is kept. */
  readonly moreXmp: boolean
  readonly layers: readonly string[]
  /** Layers that are off when the document is opened, by `layerKey`. */
  readonly hiddenLayers: ReadonlySet<string>
  /** Some content may be switched off, also where no name tells which. */
  readonly hasHiddenLayers: boolean
  /** Some structure element has an /Alt or /ActualText. */
  readonly hasAlternatives: boolean
  /** Some pattern takes its colour from where it is used (ISO 32000-1, 8.7.3.3): no colour gives it away. */
  readonly hasColourlessPatterns: boolean
  /** Some graphics state has a soft mask (11.6.5.3), whose letters no object of the page shows. */
  readonly hasSoftMasks: boolean
  /** Compressed streams whose data do not unpack or whose checksum is wrong. */
  readonly damagedStreams: number
  /** Numbers of objects that may be pages: PDFium shows any other object as an empty page. Null: not known. */
  readonly pages: ReadonlySet<number> | null
  /** False: the file had to be mended, fonts may have lost their meaning. */
  readonly trusted: boolean
}

/** All packets together; a photo book keeps one for each picture. */
const largestXmp = 64 << 20
const zlibHeader = 0x78

/** Where the bytes tell nothing: everything is asked of PDFium. */
export const unknownFacts: PdfFacts = {
  xmp: [],
  moreXmp: false,
  layers: [],
  hiddenLayers: new Set(),
  hasHiddenLayers: false,
  hasAlternatives: true,
  hasColourlessPatterns: true,
  hasSoftMasks: true,
  damagedStreams: 0,
  pages: null,
  ...nothingCarried,
  trusted: true,
}

const known = new WeakMap<OpenPdf, PdfFacts>()

/** `check`: see `gatherFacts`. Facts are kept with the open document for its other page ranges. */
export function factsOf(document: OpenPdf, check: boolean): PdfFacts {
  const before = known.get(document)
  if (before && !check) return before
  const bytes = plainBytes(document)
  const gathered = bytes ? gatherFacts(bytes, check) : unknownFacts
  // A copy without encryption has its objects numbered anew.
  const facts = isEncrypted(document) ? { ...gathered, pages: null, typedPages: new Set<number>() } : gathered
  known.set(document, facts)
  return facts
}

/** Most objects of a tagged document name none of these. */
const telling =
  /\/(OC|Page|MediaBox|Contents|Resources|OFF|BaseState|Alt|ActualText|Subtype|Metadata|PaintType|Luminosity|Alpha|VE|AS|Usage)/

/** Membership and usage by which content is off though its layer is on (ISO 32000-1, 8.11.2.2 and 8.11.4.4). */
const conditional = /\/P\s*\/(AllOff|AnyOff)\b|\/(VE|AS)\s*\[|\/(View|Print|Export)State\s*\/OFF/

/** `check`: also unpack every Flate stream to see whether it is whole (about 35 ms for 7 MB of text pages). */
export function gatherFacts(bytes: Uint8Array, check: boolean): PdfFacts {
  const xmp = new Map<string, Uint8Array>()
  const groups = new Map<number, string>()
  const configurations: string[] = []
  const pages = new Set<number>()
  const carried = new CarriedGathering(bytes)
  let hasAlternatives = false
  let hasConditions = false
  let hasColourlessPatterns = false
  let hasSoftMasks = false
  let damagedStreams = 0
  let sizeOfXmp = 0
  let moreXmp = false
  const whole = walkObjects(bytes, (object) => {
    const { text, stream } = object
    if (check && stream && isDamaged(text, stream)) damagedStreams++
    carried.visit(object, check)
    if (!telling.test(text)) return
    if (/\/Type\s*\/OCG\b/.test(text)) groups.set(object.number, bytesOf(text, 'Name') ?? '')
    if (mayBePage(text)) pages.add(object.number)
    if (/\/(OCGs|OFF|BaseState)\b/.test(text)) configurations.push(text)
    if (!hasAlternatives) hasAlternatives = /\/(Alt|ActualText)\s*[(<]/.test(text)
    hasConditions ||= conditional.test(text)
    hasColourlessPatterns ||= /\/PaintType\s+2\b/.test(text)
    hasSoftMasks ||= /\/S\s*\/(Luminosity|Alpha)\b/.test(text)
    if (stream && isXmp(object)) {
      const packet = sizeOfXmp < largestXmp ? xmpOf(object) : null
      sizeOfXmp += packet?.length ?? 0
      if (packet) xmp.set(packet.toString('latin1'), packet)
      else moreXmp = true
    }
  })
  const hidden = hiddenAmong(groups, configurations)
  return {
    xmp: [...xmp.values()],
    moreXmp: moreXmp || carried.isFull,
    layers: [...new Set(groups.values())].map(decodeText).filter((name) => name !== ''),
    hiddenLayers: new Set([...hidden].map(layerKey).filter((key) => key !== '')),
    hasHiddenLayers: hidden.size > 0 || (groups.size > 0 && hasConditions),
    hasAlternatives,
    hasColourlessPatterns,
    hasSoftMasks,
    damagedStreams: damagedStreams + (whole ? 0 : 1),
    pages,
    ...carried.told,
    trusted: true,
  }
}

/** /Type is required of a page, but some programs leave it out. */
function mayBePage(text: string): boolean {
  if (/\/Type\s*\/Page\b/.test(text)) return true
  return /\/(MediaBox|Contents|Resources)\b/.test(text) && !/\/Type\s*\/(Pages|Catalog|Annot)\b/.test(text)
}

function isXmp({ text }: RawObject): boolean {
  return /\/Subtype\s*\/XML\b/.test(text) || /\/Type\s*\/Metadata\b/.test(text)
}

function xmpOf(object: RawObject): Buffer | null {
  const stated = unfiltered(object.text, object.stream!)
  // PDFium saves metadata of a decrypted document compressed without saying so.
  return stated?.[0] === zlibHeader ? (unfiltered('/Filter /FlateDecode', stated) ?? stated) : stated
}

/**
 * Only what zlib itself calls wrong data counts; a missing end of the last block is common and harmless. Tables of
 * objects are never encrypted (ISO 32000-1, 7.5.8.2): in a decrypted copy they are noise, and of no use to any reader.
 */
function isDamaged(dictionary: string, stream: Uint8Array): boolean {
  if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\b/.test(dictionary) || stream.length === 0) return false
  if (/\/Type\s*\/XRef\b/.test(dictionary)) return false
  try {
    inflateSync(stream, { maxOutputLength: 256 << 20 })
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR'
  }
}

/** Default configuration /D: /BaseState, then /ON and /OFF (ISO 32000-1, 8.11.4.3). */
function hiddenAmong(groups: ReadonlyMap<number, string>, configurations: readonly string[]): Set<string> {
  const hidden = new Set<string>()
  for (const text of configurations) {
    if (/\/BaseState\s*\/OFF\b/.test(text)) for (const name of groups.values()) hidden.add(name)
    for (const number of listed(text, 'ON')) hidden.delete(groups.get(number) ?? '')
    for (const number of listed(text, 'OFF')) hidden.add(groups.get(number) ?? '')
  }
  return hidden
}

function listed(text: string, key: string): number[] {
  const list = new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`).exec(text)?.[1] ?? ''
  return [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map((match) => Number(match[1]))
}
