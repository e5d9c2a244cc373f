/** What compound files hold beside their document: properties, objects, macros, signatures, leftovers. */
import { at, enter } from '../../../place.js'
import { memorySource } from '../../../source.js'
import type { Line, Piece } from '../../../types.js'
import { type CfbEntry, pathsOf, shownName } from '../cfb.js'
import { macroPieces, vbaIn } from './macros.js'
import { readPropertySets } from './properties.js'
import { storageFile } from './write.js'
import { type CompoundDocument, takeStream } from './document.js'
import { bitmapFile } from '../picture/dib.js'
import { formStrings, frameWords } from './form-strings.js'
import { linkTarget, nativeData, presentation } from './ole.js'
import { statedLine, statedPage } from '../stated.js'
import { wideWords } from './wide-words.js'

/** Everything not seen yet, and the gaps. */
export async function* restPieces(document: CompoundDocument): AsyncGenerator<Piece> {
  yield* propertyPieces(document)
  for (const entry of document.cfb.root.children) {
    if (document.seen.has(entry)) continue
    document.budget.signal.throwIfAborted()
    if (entry.kind === 'storage') yield* storagePieces(document, entry)
    else yield* streamPieces(document, entry)
  }
  yield* document.gaps
}

const isPropertySet = (name: string) => name.startsWith('\x05')

function* propertyPieces(document: CompoundDocument): Generator<Piece> {
  const lines: Line[] = []
  for (const entry of document.cfb.root.children) {
    if (!isPropertySet(entry.name) || entry.kind !== 'stream') continue
    const { found, whole } = readPropertySets(takeStream(document, entry))
    for (const { label, text } of found)
      for (const said of text.split(/[\r\n]+/))
        if (said.trim()) lines.push(statedLine(said, { part: 'metadata', label }))
    if (whole) continue
    const place = at(document.source.place, { part: 'metadata' })
    document.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'cfb.properties' } })
  }
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(document.source.place, { part: 'metadata' }), lines) }
}

const helpers =
  /^(CompObj|Ole|ObjInfo|OCXNAME|ObjectData|PRINT|PIC|META|LIC|MOLE|LinkInfo|WKSSSPELL|LINK|Current User|PROJECT|PROJECTwm|PROJECTlk|VBFrame|Equation Native|OCXDATA|SPELLING|Control|ACCESSOBJSITEDATA|[01]Table|List Data|XML|(Wps|ET|WPP|DPS|Kso)\w*Data|Ctls|XFUNC|Names)$/i
const pictures = /^OlePres\d{3}$|^EPRINT$/

function* streamPieces(document: CompoundDocument, entry: CfbEntry): Generator<Piece> {
  const name = shownName(entry.name)
  const bytes = takeStream(document, entry)
  const place = enter(document.source.place, { name, part: 'attachment' })
  if (bytes.length === 0) return
  if (name === 'Ole' && linkTarget(bytes)) yield linkPiece(document, linkTarget(bytes))
  if (name === 'Ole10Native') {
    const file = nativeData(bytes)
    const own = enter(document.source.place, { name: file.name, part: 'attachment' })
    yield { kind: 'part', role: 'attachment', source: memorySource(own, file.bytes) }
  } else if (pictures.test(name)) yield* picturePieces(document, name, bytes)
  else if (helpers.test(name)) {
    const lines = wordsOf(name, bytes).map((text) => statedLine(text, { part: 'metadata', label: name }))
    if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
    yield { kind: 'inert', place, detail: { code: 'cfb.helper' } }
  } else yield { kind: 'part', role: 'attachment', source: memorySource(place, bytes) }
}

/** Controls of a workbook stand one behind the other in a stream; a form's own caption stands in a text. */
function wordsOf(name: string, bytes: Uint8Array): readonly string[] {
  if (/^VBFrame$/i.test(name)) return frameWords(bytes)
  return /^Ctls$/i.test(name) ? formStrings(bytes).found : wideWords(bytes)
}

function linkPiece({ source }: CompoundDocument, target: string): Piece {
  const place = at(source.place, { part: 'link' })
  return { kind: 'remark', remark: 'link-missing', place, detail: { code: 'cfb.linked', args: { target } } }
}

function* picturePieces(document: CompoundDocument, name: string, bytes: Uint8Array): Generator<Piece> {
  const shown = name === 'EPRINT' ? { extension: 'emf', bytes } : presentation(bytes)
  const place = enter(document.source.place, {
    name: `${name}.${shown?.extension ?? 'bin'}`,
    part: 'picture',
  })
  if (!shown) yield { kind: 'inert', place, detail: { code: 'cfb.preview' } }
  else {
    const picture = shown.extension === 'dib' ? bitmapFile(shown.bytes) : shown.bytes
    yield { kind: 'part', role: 'picture', source: memorySource(place, picture) }
  }
}

function* storagePieces(document: CompoundDocument, storage: CfbEntry): Generator<Piece> {
  const { name } = storage
  const macros = vbaIn(storage)
  if (macros) yield* macroPieces(document, storage, macros)
  else if (/^ObjectPool$/i.test(name)) {
    for (const entry of storage.children)
      if (entry.kind === 'storage') yield objectPiece(document, entry)
      else yield* streamPieces(document, entry)
  } else if (/^(MsoDataStore|_xmlsignatures)$/i.test(name)) yield* xmlPieces(document, storage)
  else if (/^(_signatures|\x06DataSpaces)$/i.test(name))
    yield {
      kind: 'inert',
      place: enter(document.source.place, { name: shownName(name) }),
      detail: { code: 'formats.signature' },
    }
  else yield objectPiece(document, storage)
  document.seen.add(storage)
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^WordDocument$/i, 'doc'],
  [/^(Workbook|Book)$/i, 'xls'],
  [/^PowerPoint Document$/i, 'ppt'],
]

/** An embedded object as a file of its own. */
function objectPiece(document: CompoundDocument, storage: CfbEntry): Piece {
  const extension =
    kinds.find(([pattern]) => storage.children.some(({ name }) => pattern.test(name)))?.[1] ?? 'ole'
  const name = `${shownName(storage.name)}.${extension}`
  const place = enter(document.source.place, { name, part: 'attachment' })
  return {
    kind: 'part',
    role: 'attachment',
    source: memorySource(place, storageFile(document.cfb, storage)),
  }
}

/** Custom XML, one storage an item; signatures in XML. */
function* xmlPieces(document: CompoundDocument, storage: CfbEntry): Generator<Piece> {
  for (const { path, entry } of pathsOf(storage)) {
    if (entry.kind !== 'stream' || entry.size === 0) continue
    const place = enter(document.source.place, { name: `${storage.name}/${path}.xml`, part: 'attachment' })
    const source = memorySource(place, takeStream(document, entry))
    yield { kind: 'part', role: 'attachment', source }
  }
}
