/** The reporters by name. Adding one is one file and one line here; heavy ones load when asked for. */
import type { Reporter } from './reporter.js'

export const reporters = {
  text: () => import('./text.js').then(({ text }) => text),
  html: () => import('./html.js').then(({ html }) => html),
  json: () => import('./json.js').then(({ json }) => json),
} as const satisfies Record<string, () => Promise<Reporter>>
