/** The texts of a slide or of the outline, one by one, with what their letters look like ([MS-PPT] 2.9). */
import type { Bytes } from '../shared/bytes.js'
import { artRecords } from '../shared/office-art/records.js'
import { type AlignRun, readRuns, type TypeRun } from './type-runs.js'

export interface SlideText {
  /** Where its letters begin in the stream; -1: it stands in the outline under a number. */
  at: number
  text: string
  /** 0 title, 1 body, 2 notes, 4 other … (2.13.33). */
  readonly kind: number
  /** Its number in the outline of the slide, from 0. */
  readonly outline?: number
  typed: readonly TypeRun[]
  aligned: readonly AlignRun[]
}

const [HEADER, CHARS, BYTES, STYLES, OUTLINE_REF] = [0x0f9f, 0x0fa0, 0x0fa8, 0x0fa1, 0x0f9e]

export function textsIn(bytes: Bytes, from: number, to: number): SlideText[] {
  const texts: SlideText[] = []
  for (const record of artRecords(bytes, from, to)) {
    const { type, start, end } = record
    const last = texts.at(-1)
    if (type === HEADER) texts.push(emptyText(bytes.uint32(start)))
    else if (type === OUTLINE_REF) texts.push({ ...emptyText(-1), outline: bytes.uint32(start) })
    else if (last && (type === CHARS || type === BYTES) && last.at < 0) {
      last.at = start
      last.text = type === CHARS ? bytes.utf16(start, (end - start) >> 1) : bytes.latin1(start, end - start)
    } else if (last && type === STYLES) Object.assign(last, readRuns(bytes, record, last.text.length))
  }
  return texts
}

const emptyText = (kind: number): SlideText => ({ at: -1, text: '', kind, typed: [], aligned: [] })
