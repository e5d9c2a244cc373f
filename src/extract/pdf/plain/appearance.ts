/** Colours and graphics state dictionaries of a plain page (ISO 32000-1, 8.4.5 and 8.6): nothing that shines through. */
import type { ContentStream } from './content.js'
import { operandsOf } from './operands.js'
import { colourOf } from './state.js'
import { notPlain, type PdfValue } from './values.js'

const componentsOf: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  DeviceCMYK: 4,
}

/** `cs`: black until a colour is set. */
export function chooseSpace(content: ContentStream): void {
  const { state, type } = content
  const name = content.nameCount > 0 ? content.names[0]! : ''
  state.inks = componentsOf[name] ?? components(content, content.resource('ColorSpace'))
  state.ink = state.inks > 0 ? 0 : -1
  type.restyle()
}

/** 0 for separations and palettes: their colours are PDFium's to find. What a pattern draws may be letters. */
function components({ file }: ContentStream, space: PdfValue): number {
  const resolved = file.resolve(space)
  if (typeof resolved === 'string') return componentsOf[resolved] ?? 0
  if (!Array.isArray(resolved)) throw notPlain
  const [kind, profile] = resolved as readonly PdfValue[]
  if (kind === 'Pattern') throw notPlain
  if (kind !== 'ICCBased') return typeof kind === 'string' ? (componentsOf[kind] ?? 0) : 0
  const count = file.dictionary(profile)?.get('N')
  return typeof count === 'number' ? count : 0
}

/** `sc`, `scn`. */
export function setColour(content: ContentStream): void {
  const { state, numberCount, type } = content
  state.ink = state.inks > 0 && numberCount === state.inks ? colourOf(operandsOf(content)) : -1
  type.restyle()
}

/** `g`, `rg`, `k`: as many components as operands. */
export function plainColour(content: ContentStream): void {
  const { state, type } = content
  state.inks = content.numberCount
  state.ink = colourOf(operandsOf(content))
  type.restyle()
}

/** Entries that change no more than how edges and overprints come out. */
const harmless: ReadonlySet<string> = new Set(
  'Type LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 HT FL SM SA AIS TK'.split(' '),
)

/** `gs`: only opaque, unmasked and unblended drawing is plain. */
export function useState(content: ContentStream): void {
  const dictionary = content.file.dictionary(content.resource('ExtGState'))
  if (!dictionary) throw notPlain
  for (const [key, stated] of dictionary) {
    const value = content.file.resolve(stated)
    if (key === 'LW' && typeof value === 'number') content.state.lineWidth = value
    else if (!isHarmless(key, value)) throw notPlain
  }
}

function isHarmless(key: string, value: PdfValue): boolean {
  if (key === 'ca' || key === 'CA') return value === 1
  if (key === 'BM') return value === 'Normal' || value === 'Compatible'
  return key === 'SMask' ? value === 'None' : harmless.has(key)
}
