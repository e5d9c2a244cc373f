/** Fields whose words stand in their code alone: EQ, MACROBUTTON, SYMBOL, and others that have no result yet. */
import { fieldWords } from '../shared/paragraph/field-words.js'
import { type DocxField, squash, textOf } from './paragraph.js'
import { addWords } from './story-runs.js'
import { aside, type StoryState } from './story-state.js'

export function beginResult(reading: StoryState, field: DocxField): void {
  const paragraph = reading.builders.at(-1)?.paragraph
  if (paragraph) field.result = { paragraph, from: paragraph.runs.length }
}

/** True when what the field shows was told from its code; what it says else need not be. */
export function endField(reading: StoryState, field: DocxField): boolean {
  const words = fieldWords(field.code)
  if (!words) return false
  const result = resultOf(reading, field)
  if (result && !words.always) return false
  if (!result) addWords(reading, words.text, field.look ?? {})
  else if (result !== squash(words.text)) aside(reading, { part: reading.part, text: words.text })
  const [above, ...readings] = words.beside
  const host = reading.builders.at(-1)?.paragraph
  if (above && host) (host.above ??= []).push({ text: above, raw: '', deleted: reading.deleted > 0 })
  else if (above) readings.push(above)
  for (const text of readings) aside(reading, { part: reading.part, text })
  return true
}

/** What is stored as the field's result, without blanks; results of several paragraphs count as said. */
function resultOf(reading: StoryState, { result }: DocxField): string {
  const paragraph = reading.builders.at(-1)?.paragraph
  if (!result || !paragraph) return ''
  if (result.paragraph === paragraph) return squash(textOf(paragraph.runs.slice(result.from)))
  return squash(textOf(result.paragraph.runs.slice(result.from))) || squash(textOf(paragraph.runs))
}
