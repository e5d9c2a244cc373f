/** Size and colour of the letters of one text of a slide ([MS-PPT] 2.9.44 to 2.9.46). */
import type { Bytes } from '../shared/bytes.js'
import type { ArtRecord } from '../shared/office-art/records.js'

export interface TypeRun {
  /** In letters, the end of the paragraph counted. */
  readonly length: number
  /** Points. */
  readonly size?: number
  /** ColorIndexStruct (2.12.2): red, green, blue, and which it is. */
  readonly colour?: number
}
/** Of one paragraph or more. */
export interface AlignRun {
  readonly length: number
  /** 0 left, 1 middle, 2 right. */
  readonly align?: number
}

const MOST_RUNS = 20_000

/** Fields of TextPFException in the order of the file: the bits that call for them, bytes of each (2.9.20). */
const paragraphFields: readonly (readonly [bits: number, size: number])[] = [
  [0xf, 2],
  [0x80, 2],
  [0x10, 2],
  [0x40, 2],
  [0x20, 4],
  [0x800, 2],
  [0x1000, 2],
  [0x2000, 2],
  [0x4000, 2],
  [0x100, 2],
  [0x400, 2],
  [0x8000, 2],
  [0x10_0000, -1],
  [0x1_0000, 2],
  [0xe_0000, 2],
  [0x20_0000, 2],
]
const [ALIGN, TABS] = [0x800, 0x10_0000]
/** Fields of TextCFException (2.9.13). */
const letterFields: readonly (readonly [bits: number, size: number])[] = [
  [0xffff, 2],
  [0x1_0000, 2],
  [0x20_0000, 2],
  [0x40_0000, 2],
  [0x80_0000, 2],
  [0x2_0000, 2],
  [0x4_0000, 4],
  [0x8_0000, 2],
]
const [SIZE, COLOUR] = [0x2_0000, 0x4_0000]

interface Fields {
  /** Where the field of a bit lies. */
  readonly found: ReadonlyMap<number, number>
  readonly end: number
}

/** A mask of 4 bytes, then the fields it calls for. */
function fieldsAt(bytes: Bytes, at: number, layout: typeof letterFields): Fields {
  const mask = bytes.uint32(at)
  const found = new Map<number, number>()
  let end = at + 4
  for (const [bits, size] of layout) {
    if ((mask & bits) === 0) continue
    found.set(bits, end)
    end += bits === TABS ? 2 + 4 * bytes.uint16(end) : size
  }
  return { found, end }
}

function letterRun(bytes: Bytes, length: number, { found }: Fields): TypeRun {
  const [size, colour] = [found.get(SIZE), found.get(COLOUR)]
  return {
    length,
    ...(size !== undefined && { size: bytes.uint16(size) }),
    ...(colour !== undefined && { colour: bytes.uint32(colour) }),
  }
}

/** StyleTextPropAtom (2.9.44) of a text of `letters` letters: paragraphs first, one letter more than there are. */
export function readRuns(
  bytes: Bytes,
  { start, end }: ArtRecord,
  letters: number,
): { readonly aligned: readonly AlignRun[]; readonly typed: readonly TypeRun[] } {
  const aligned: AlignRun[] = []
  const typed: TypeRun[] = []
  let at = start
  for (let told = 0; told <= letters && at + 10 <= end && aligned.length < MOST_RUNS;) {
    const length = bytes.uint32(at)
    const fields = fieldsAt(bytes, at + 6, paragraphFields)
    const align = fields.found.get(ALIGN)
    aligned.push({ length, ...(align !== undefined && { align: bytes.uint16(align) }) })
    told += Math.max(1, length)
    at = fields.end
  }
  for (let told = 0; told <= letters && at + 8 <= end && typed.length < MOST_RUNS;) {
    const length = bytes.uint32(at)
    const fields = fieldsAt(bytes, at + 4, letterFields)
    typed.push(letterRun(bytes, length, fields))
    told += Math.max(1, length)
    at = fields.end
  }
  return { aligned, typed }
}

/** TextMasterStyleAtom (2.9.35): the letters of the first level, by kind of text (the record's instance). */
export function readMasterRun(bytes: Bytes, { start, instance }: ArtRecord): TypeRun {
  const leveled = instance >= 5 ? 2 : 0
  const { end } = fieldsAt(bytes, start + 2 + leveled, paragraphFields)
  return letterRun(bytes, 0, fieldsAt(bytes, end, letterFields))
}
