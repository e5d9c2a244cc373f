/** HTML built so that text can never become markup: whatever is put into a template is escaped. */
import { printable } from '../shared/printable.js'

export interface Markup {
  readonly html: string
}
type Value = string | number | Markup | readonly Markup[] | null | undefined | false

/** `markup` templates hold the tags; values are text unless they are markup themselves. */
export function markup(tags: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: tags.map((tag, index) => tag + written(values[index])).join('') }
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map((one) => one.html).join('')
  return escaped(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for quoted attributes; without control characters, bidi overrides and what XML does not allow. */
function escaped(text: string): string {
  return printable(text)
    .replace(/\p{Surrogate}|[\ufdd0-\ufdef\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character]!)
}
