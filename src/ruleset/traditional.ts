/** The traditional forms that words of rules also take. */
import { traditionalForms } from './traditional-forms.js'

/** Written for the number three beside 叄, though dictionaries give it to another character alone. */
const beside = '叁參'

const forms = new Map<string, string>()
for (const [simplified, ...traditional] of `${traditionalForms} ${beside}`.split(' '))
  forms.set(simplified!, (forms.get(simplified!) ?? '') + traditional.join(''))

/** The traditional forms of a character, joined; empty when it has none. */
export function traditionalOf(character: string): string {
  return forms.get(character) ?? ''
}
