/** VML drawings of Office: XML around pieces of HTML that nobody closed (ECMA-376 part 4, 14.1). */

/** HTML elements that have no end. */
const unclosed = /<(br|hr|img|wbr)\b([^<>]*?)\/?>/gi
/** Conditions that only old browsers read: `<![if !mso]>` … `<![endif]>`. */
const conditions = /<!\[(?:if\b[^\]]*|endif)\]>/gi
/** Names of characters HTML knows and XML does not. */
const named: Readonly<Record<string, string>> = { nbsp: '&#160;', ensp: '&#8194;', emsp: '&#8195;', copy: '&#169;', reg: '&#174;', middot: '&#183;', hellip: '&#8230;', mdash: '&#8212;', ndash: '&#8211;' } // prettier-ignore

/** The same as XML; what was XML already stays as it is, byte for byte. */
export function vmlAsXml(bytes: Uint8Array): Uint8Array {
  // One letter a byte: nothing but ASCII is looked for, whatever the encoding of the rest.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const mended = text
    .replace(conditions, '')
    .replace(unclosed, '<$1$2/>')
    .replace(/<\/(br|hr|img|wbr)\s*>/gi, '')
    .replace(/&([a-z]+);/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole)
  return mended === text ? bytes : Buffer.from(mended, 'latin1')
}
