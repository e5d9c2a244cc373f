/** The namespaces of OpenDocument under the prefixes of the standard (OASIS ODF 1.3, part 3, 1.4), old and new. */
import type { Prefixes } from '../shared/xml.js'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const names = [
  'office',
  'text',
  'table',
  'drawing',
  'style',
  'meta',
  'presentation',
  'manifest',
  'script',
  'form',
  'chart',
] as const
const prefixOf: Readonly<Record<string, string>> = { drawing: 'draw' }

export const odfPrefixes: Prefixes = new Map([
  ...names.map((name) => [`${oasis}${name}:1.0`, prefixOf[name] ?? name] as const),
  // Before OASIS, OpenOffice.org 1 wrote the same elements under these.
  ...names.map((name) => [`http://openoffice.org/2000/${name}`, prefixOf[name] ?? name] as const),
  [`${oasis}xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}svg-compatible:1.0`, 'svg'],
  // Comments on slides.
  ['http://openoffice.org/2009/office', 'office'],
  [`${oasis}datastyle:1.0`, 'number'],
  [`${oasis}smil-compatible:1.0`, 'smil'],
  ['http://www.w3.org/1999/XSL/Format', 'fo'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
])

const unit: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  px: 0.75,
  pc: 12,
}

/** A length in points; undefined when it is relative or no length. */
export function points(length: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px|pc)$/.exec(length?.trim() ?? '')
  return match ? Number(match[1]) * unit[match[2]!]! : undefined
}
