/** Whether a text begins as a message does: header fields, one of which only messages have. */
const known =
  /^(received|return-path|mime-version|from|to|subject|date|message-id|content-type|delivered-to|dkim-signature|authentication-results|arc-[\w-]+|x-[\w-]+):/i
const telling = /^(mime-version|content-type|content-transfer-encoding):/i

/** RFC 5322 fields with a MIME one among them (bodies are then base64 or quoted-printable), or a head that has no end. */
export function isMailHead(text: string): boolean {
  const lines = text.replace(/^\ufeff?\s+(?=\S)/, '').split(/\r\n|\n|\r/)
  if (!known.test(lines[0] ?? '')) return false
  const end = lines.indexOf('')
  const head = lines.slice(0, end < 0 ? lines.length : end)
  const fields = head.filter((line) => known.test(line))
  if (fields.length < 2) return false
  return (
    head.some((line) => telling.test(line)) ||
    (end < 0 && text.length > 4096 && isAllFields(head.slice(0, -1)))
  )
}

/** The first bytes of a message that came a long way hold nothing but the stations of that way. */
function isAllFields(lines: readonly string[]): boolean {
  return lines.every((line) => /^([!-9;-~]+:|[ \t])/.test(line))
}

/** Of a file that is named as a message, two of the usual fields are enough. */
export function isBareMailHead(text: string): boolean {
  const head = text.replace(/^\ufeff?\s+(?=\S)/, '').split(/\r\n\r\n|\n\n|\r\r/, 1)[0]!
  return known.test(head) && (head.match(/^(received|from|to|subject|date|message-id):/gim)?.length ?? 0) >= 2
}

/** Messages one after another (RFC 4155): a line `From ` and a date, then header fields. */
export const isMailbox = (text: string): boolean => /^From \S.*\r?\n>?[!-9;-~]+:/.test(text)
