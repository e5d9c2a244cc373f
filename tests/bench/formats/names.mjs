/** The namespaces of OpenDocument, as its root element declares them. */
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const names = { office: 'office', text: 'text', style: 'style', table: 'table', draw: 'drawing', meta: 'meta', presentation: 'presentation', fo: 'xsl-fo-compatible', svg: 'svg-compatible' } // prettier-ignore
export const declared = [
  ...Object.entries(names).map(([prefix, name]) => `xmlns:${prefix}="${oasis}:${name}:1.0"`),
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')
