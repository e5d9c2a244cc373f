/** The header fields somebody wrote or may read: addresses, subject, labels; not the stations of its way. */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { hasHan } from '../shared/xml/text.js'
import type { Entity } from '../shared/mail/entity.js'
import { decodeWords } from '../shared/mail/words.js'

const told =
  /^(subject|from|sender|to|cc|bcc|reply-to|resent-from|resent-to|resent-cc|comments|keywords|organization|organisation|thread-topic|sensitivity|content-description|list-id|x-(classification|security|sensitivity|label|priority-label|keywords)[\w-]*|snapshot-content-location)$/i

/** What they name is judged as a name. */
const named = /^content-(type|disposition|location|id)$/i

export function headLines({ fields }: Entity): Line[] {
  const lines: Line[] = []
  for (const { name, raw } of fields) {
    if (named.test(name)) continue
    const text = decodeWords(raw).trim()
    if (!text || !(told.test(name) || hasHan(text))) continue
    const isSubject = /^(subject|thread-topic)$/i.test(name)
    lines.push(statedLine(text, { part: isSubject ? 'title' : 'metadata', label: name }))
  }
  return lines
}
