/** A new ending for a file that lost its own: catalogue and page list made from the page objects that are still there. */
import { walkObjects } from './raw-objects.js'

/** Pages gathered at most. */
const most = 20_000

/**
 * The file with a page list, a catalogue and a trailer of our own behind it; PDFium then finds the rest by scanning.
 * Null when no page object is left. What hangs on the lost catalogue (outline, attachments, form) stays lost.
 */
export function mended(bytes: Uint8Array): Uint8Array | null {
  const pages = new Set<number>()
  let last = 0
  let encrypted = false
  walkObjects(bytes, ({ number, text, packed }) => {
    last = Math.max(last, number)
    if (/\/Type\s*\/Page\b/.test(text) && !packed && pages.size < most) pages.add(number)
    if (/\/Encrypt\b/.test(text)) encrypted = true
  })
  if (pages.size === 0 || encrypted) return null
  const [catalogue, list] = [last + 1, last + 2]
  const kids = [...pages].map((number) => `${number} 0 R`).join(' ')
  const ending = [
    '\nendstream\nendobj\n',
    `${list} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.size} >>\nendobj\n`,
    `${catalogue} 0 obj\n<< /Type /Catalog /Pages ${list} 0 R >>\nendobj\n`,
    `trailer\n<< /Size ${list + 1} /Root ${catalogue} 0 R >>\nstartxref\n0\n%%EOF\n`,
  ]
  return Buffer.concat([bytes, Buffer.from(ending.join(''), 'latin1')])
}
