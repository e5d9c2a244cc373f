/** Elements of WordprocessingML that our reader takes in their order; where a body holds others, a second reader is asked. */

/** ECMA-376 17.3 to 17.16 and MathML, DrawingML, VML around them, as far as letters stand in or between them. */
const known = new Set(
  `document body background p r t delText instrText delInstrText tab ptab br cr noBreakHyphen softHyphen sym
  lastRenderedPageBreak bookmarkStart bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd
  commentReference annotationRef footnoteReference footnoteRef endnoteReference endnoteRef separator continuationSeparator
  hyperlink fldSimple fldChar ffData ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd tbl tr tc tblGrid gridCol sdt sdtContent smartTag customXml drawing pict object txbxContent ruby rt rubyBase
  pPr rPr tblPr tblPrEx trPr tcPr sectPr sdtPr sdtEndPr rubyPr smartTagPr customXmlPr`
    .split(/\s+/)
    .map((local) => `w:${local}`),
)

const knownPrefixes = new Set([
  'm',
  'mc',
  'a',
  'pic',
  'wp',
  'wps',
  'wpg',
  'wpc',
  'v',
  'o',
  'w10',
  'w14',
  'w15',
])

/** Properties say how something looks: nothing in them is text (17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17 and others). */
const isProperties = (name: string) => /^w:(\w+Pr|\w+PrEx|tblGrid|ffData)$/.test(name)

/** `path`: the elements around it, itself last. */
export function isKnownElement(name: string, path: readonly string[]): boolean {
  if (known.has(name) || isProperties(path.at(-2) ?? '')) return true
  const colon = name.indexOf(':')
  if (colon > 0 && knownPrefixes.has(name.slice(0, colon))) return true
  return path.some(isProperties)
}
