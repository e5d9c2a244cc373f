/** Whether some bytes are a web page, and which encoding it declares. */
import type { Probe } from '../../types.js'
import { decodeText } from '../shared/charset.js'

const named = /\.(html?|xhtml?|xht|shtml?|hta)$/
/** Languages that only write pages: their source is text. */
const programs =
  /\.(md|markdown|mdx|php\d?|jsp|jspx|asp|aspx|ashx|vue|svelte|jsx?|tsx?|mjs|cjs|ejs|erb|ftl|vm|hbs|py|rb|go|java|cs|c|cpp|h|xsl|xslt|json|css)$/
/** What pieces of pages begin with, and little else does. */
const piece =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:p|div|table|h[1-6]|ul|ol|center|font|meta|title|style|script|span|img|br|form|iframe|section|article|main|blockquote|pre|strong)(?:\s[^<>]*)?>/i
/** A document type or one of the three outer tags, with nothing but comments and instructions before it. */
const opening =
  /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*(?:<!doctype\s+(?:x?html|svg:html)|<(?:html|head|body)[\s>])/i

export function isPage(probe: Probe): boolean {
  if (programs.test(probe.name)) return false
  const head = decodeText(probe.head, declaredIn(probe.head))
  if (!head) return false
  return (
    opening.test(head.text) ||
    piece.test(head.text) ||
    (named.test(probe.name) && /<[a-z!?/][^<]*>/i.test(head.text))
  )
}

/** HTML 13.2.3.2: the encoding in a meta tag or an XML declaration near the start. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)/i
    .exec(start)
    ?.slice(1)
    .find(Boolean)
}
