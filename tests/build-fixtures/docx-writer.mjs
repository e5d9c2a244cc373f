/** Word packages by hand: each function writes one element or part, nothing is added behind its back. */
import { zipOf } from './zip.mjs'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: `${office}/relationships`,
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  w10: 'urn:schemas-microsoft-com:office:word',
  o: 'urn:schemas-microsoft-com:office:office',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
}
const declared = Object.entries(namespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const root = (name, inner) => `${declaration}<${name} ${declared}>${inner}</${name}>`

/** A run; `properties` is the inside of `w:rPr`. */
export const run = (text, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const raw = (inner) => `<w:r>${inner}</w:r>`
/** A paragraph of runs; a plain string is a run of its own. */
export const p = (...runs) =>
  `<w:p>${runs.map((each) => (each.startsWith('<') ? each : run(each))).join('')}</w:p>`
export const cell = (inner, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inner.startsWith('<') ? inner : p(inner)}</w:tc>`
export const row = (cells, properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
export const table = (rows, properties = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`
export const deleted = (text, properties = '') =>
  `<w:del w:id="1" w:author="某某">${run(text, properties).replace(/<(\/?)w:t\b/g, '<$1w:delText')}</w:del>`

const contentTypes = {
  'word/document.xml': `${word}.document.main+xml`,
  'word/styles.xml': `${word}.styles+xml`,
  'word/settings.xml': `${word}.settings+xml`,
  'word/numbering.xml': `${word}.numbering+xml`,
  'word/footnotes.xml': `${word}.footnotes+xml`,
  'word/endnotes.xml': `${word}.endnotes+xml`,
  'word/comments.xml': `${word}.comments+xml`,
  'word/fontTable.xml': `${word}.fontTable+xml`,
  'word/glossary/document.xml': `${word}.document.glossary+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
}
const typeOf = (name) =>
  contentTypes[name] ??
  (/^word\/(header|footer)/.exec(name) ? `${word}.${/header|footer/.exec(name)[0]}+xml` : null)

const relationshipTypes = { 'word/styles.xml': 'styles', 'word/numbering.xml': 'numbering' }

/** `external`: [type, address] pairs. */
export function relationships(targets, external = []) {
  const internal = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/relationships/${type}" Target="${target}"/>`,
  )
  const outside = external.map(
    ([type, target], index) =>
      `<Relationship Id="rIdX${index + 1}" Type="${office}/relationships/${type}" Target="${target}" TargetMode="External"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${internal.join('')}${outside.join('')}</Relationships>`
}

/** The parts of a package, ready to be changed before they are packed. */
export function partsOf(body, parts = {}, { external = [], defaults = {}, targets = [] } = {}) {
  const overrides = ['word/document.xml', ...Object.keys(parts)].filter(typeOf)
  const extensions = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    png: 'image/png',
    ...defaults,
  }
  const own = Object.keys(parts).flatMap((name) =>
    relationshipTypes[name] ? [[relationshipTypes[name], name.slice(5)]] : [],
  )
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(
      extensions,
    )
      .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
      .join(
        '',
      )}${overrides.map((name) => `<Override PartName="/${name}" ContentType="${typeOf(name)}"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': root(
      'w:document',
      `<w:body>${[body].flat().join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`,
    ),
    'word/_rels/document.xml.rels': relationships([...own, ...targets], external),
    ...parts,
  }
}

export const docx = (body, parts, options) => zipOf(partsOf(body, parts, options))

/** A text box as Word writes it: once for new programs, once in VML for old ones. */
export const textBox = (inner, { shape = '', vml = 'style="width:100pt;height:30pt"' } = {}) =>
  raw(
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0"><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData uri="${namespaces.wps}"><wps:wsp><wps:spPr>${shape}</wps:spPr><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape ${vml}><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
  )

export const picture = (id, properties = 'name="图片 1"') =>
  raw(
    `<w:drawing><wp:inline><wp:docPr id="2" ${properties}/><a:graphic><a:graphicData uri="${namespaces.pic}"><pic:pic><pic:blipFill><a:blip ${id}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  )

/** begin, code, separate, result, end */
export const field = (code, result) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
