/** Fields of an RTF file (`\field`): what they show by their code where no result is stored (RTF 1.9.1, fields). */
import { type FieldWords, fieldWords } from '../shared/paragraph/field-words.js'
import type { GroupState, TextTarget } from './state.js'

export interface RtfField {
  code: string
  /** What was said of its result, without blanks. */
  result: string
  /** How the letters of the code are set. */
  look: GroupState | null
  readonly around: RtfField | null
}

export const newField = (around: RtfField | null): RtfField => ({ code: '', result: '', look: null, around })

/** Longer results are no doubt there. */
const MOST_RESULT = 256
/** Fields within fields. */
const DEEPEST = 64

/** Text that stands in a field, or in several up to `outer`, in whose code it stands. */
export function addResult(field: RtfField | null, text: string, outer?: RtfField): void {
  const said = text.replace(/\s+/g, '')
  for (let at = field, depth = 0; at && at !== outer && depth < DEEPEST; at = at.around, depth++)
    if (at.result.length < MOST_RESULT) at.result += said
}

/** What the field shows beside, or instead of, the result that was told. */
export function shownBy({ code, result }: RtfField): FieldWords | null {
  const words = fieldWords(code)
  if (!words || (result && !words.always)) return null
  return result === words.text.replace(/\s+/g, '') ? null : words
}

/** Text of a group that is taken as a whole; of a field's code also how it is set. */
export function collect(
  sink: Extract<TextTarget, { kind: 'collect' }>,
  state: GroupState,
  text: string,
): void {
  sink.text += text
  if (sink.pieces.length > 0) sink.pieces[sink.pieces.length - 1] += text
  const { field } = sink
  if (!field) return
  // The result of a field within a code is a part of that code.
  if (field !== state.field) addResult(state.field, text, field)
  field.code += text
  if (text.trim()) field.look ??= { ...state }
}
