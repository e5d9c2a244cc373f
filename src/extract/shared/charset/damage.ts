/** What is said when some bytes of a text do not decode: a stray byte is noted, unreadable lines are a gap. */
import { at } from '../../../place.js'
import type { Piece, Place } from '../../../types.js'
import type { Charset } from './encodings.js'

/** Counts lines with U+FFFD as they pass. */
export class DamageCount {
  lines = 0
  first = 0
  strays = 0
  firstStray = 0

  look(text: string, line: number): void {
    const bad = text.split('\ufffd').length - 1
    if (bad === 0) return
    if (bad === 1) {
      this.strays++
      this.firstStray ||= line
    } else {
      this.lines++
      this.first ||= line
    }
  }

  /** More than a few strays are no accident either. */
  *said(charset: Charset, place: Place): Generator<Piece> {
    const lines = this.lines + (this.strays > 3 ? this.strays : 0)
    const line = Math.min(this.first || Infinity, this.firstStray || Infinity)
    if (lines > 0) {
      const detail = { code: 'text.undecodable', args: { lines, line } } as const
      yield { kind: 'gap', cause: 'corrupt', place: at(place, { line }), detail }
    } else if (this.strays > 0) {
      yield { kind: 'note', detail: { code: 'text.replaced', args: { line, encoding: charset.encoding } } }
    }
  }
}

export function* damageOf(charset: Charset, text: string, place: Place): Generator<Piece> {
  if (charset.sure === 'doubtful') yield guessed(charset)
  if (charset.strict && charset.sure === 'certain') return
  const count = new DamageCount()
  for (const [index, line] of text.split('\n').entries()) count.look(line, index + 1)
  yield* count.said(charset, place)
}

export function guessed({ encoding }: Charset): Piece {
  return { kind: 'note', detail: { code: 'text.guessed', args: { encoding } } }
}
