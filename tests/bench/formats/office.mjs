/** One mark in one place of an office document, saved by LibreOffice in every format it writes. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { embeddingSource } from './embedded.mjs'
import { declared } from './names.mjs'

const flat = (kind, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${declared} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">${inner}</office:document>`
const p = (text) => `<text:p>${text}</text:p>`
const date = '<dc:date>2024-01-01T00:00:00</dc:date>'
const note = (text) => `<office:annotation><dc:creator>甲</dc:creator>${date}${p(text)}</office:annotation>`
const frame = (inner, anchor = '') =>
  `<draw:frame ${anchor} svg:width="8cm" svg:height="2.2cm" svg:x="2cm" svg:y="6cm">${inner}</draw:frame>`
const image = (png) =>
  `<draw:image><office:binary-data>${png.toString('base64')}</office:binary-data></draw:image>`
const meta = (subject) =>
  `<office:meta><dc:title>工作情况</dc:title><dc:subject>${subject}</dc:subject></office:meta>`
const layout =
  '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>'

/** @typedef {{ mark: string, png: Buffer, plain: string[] }} Content `plain`: harmless paragraphs */

/** @param {string} place @param {Content} content @returns {string | Buffer | null} flat OpenDocument or a package, null where it has no such place */
export function textSource(place, { mark, png, plain }) {
  if (/^(attachment|object)$/.test(place)) return embeddingSource('text', place, { mark, plain })
  const at = (wanted, inner) => (place === wanted ? inner : '')
  const body = [
    at('body', p(mark)),
    at('deleted', p('删去<text:change text:change-id="c1"/>之后')),
    at('hidden', p(`前文<text:span text:style-name="H">${mark}</text:span>后文`)),
    at('comment', p(`批注处${note(mark)}`)),
    at('footnote', p(`正文<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p(mark)}</text:note-body></text:note>`)),
    at('box', p(frame(`<draw:text-box>${p(mark)}</draw:text-box>`, 'text:anchor-type="paragraph"'))),
    at('picture', p(frame(image(png), 'text:anchor-type="as-char"'))),
    ...plain.map(p),
  ] // prettier-ignore
  const changes = at(
    'deleted',
    `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>乙</dc:creator>${date}</office:change-info>${p(mark)}</text:deletion></text:changed-region></text:tracked-changes>`,
  )
  return flat(
    'text',
    `${meta(at('property', mark) || '常规')}<office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>${layout}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header>${p(at('header', mark) || '页眉')}</style:header><style:footer>${p(at('footer', mark) || '页脚')}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>${changes}${body.join('')}</office:text></office:body>`,
  )
}

const cell = (text, more = '') =>
  `<table:table-cell office:value-type="string">${p(text)}${more}</table:table-cell>`
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`
/** @param {string} place @param {Content} content */
export function sheetSource(place, { mark, png, plain }) {
  if (/^(attachment|object)$/.test(place)) return embeddingSource('spreadsheet', place, { mark, plain })
  if (/^(footnote|deleted)$/.test(place)) return null
  const at = (wanted, inner) => (place === wanted ? inner : '')
  const shapes = at('box', frame(`<draw:text-box>${p(mark)}</draw:text-box>`)) + at('picture', frame(image(png))) // prettier-ignore
  const rows = [
    at('body', row(cell(mark))),
    at('comment', row(cell('批注处', note(mark)))),
    ...plain.map((text) => row(cell(text), cell('合计'))),
  ]
  return flat(
    'spreadsheet',
    `${meta(at('property', mark) || '常规')}<office:automatic-styles><style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>${layout}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="L"><style:header>${p(at('header', mark) || '页眉')}</style:header><style:footer>${p(at('footer', mark) || '页脚')}</style:footer></style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="公开表">${shapes && `<table:shapes>${shapes}</table:shapes>`}<table:table-column/><table:table-column/>${rows.join('')}</table:table>${at('hidden', `<table:table table:name="另一表" table:style-name="T">${row(cell(mark))}</table:table>`)}</office:spreadsheet></office:body>`,
  )
}

/** @param {string} place @param {Content} content */
export function slideSource(place, { mark, png, plain }) {
  if (/^(attachment|object)$/.test(place)) return embeddingSource('presentation', place, { mark, plain })
  if (/^(header|footer|footnote|deleted)$/.test(place)) return null
  const at = (wanted, inner) => (place === wanted ? inner : '')
  const box = (...texts) => frame(`<draw:text-box>${texts.map(p).join('')}</draw:text-box>`)
  const slide = [
    box(...plain),
    at('body', box(mark)),
    at('picture', frame(image(png))),
    at('comment', note(mark)),
    at('box', box('说明', mark)),
    at('notes', `<presentation:notes><draw:frame presentation:class="notes" svg:width="10cm" svg:height="5cm" svg:x="2cm" svg:y="14cm"><draw:text-box>${p(mark)}</draw:text-box></draw:frame></presentation:notes>`),
  ] // prettier-ignore
  return flat(
    'presentation',
    `${meta(at('property', mark) || '常规')}<office:automatic-styles>${layout}<style:style style:name="h" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles><office:body><office:presentation><draw:page draw:name="p1" draw:master-page-name="M">${slide.join('')}</draw:page>${at('hidden', `<draw:page draw:name="p2" draw:style-name="h" draw:master-page-name="M">${box(mark)}</draw:page>`)}</office:presentation></office:body>`,
  )
}

const filters = { txt: 'txt:Text (encoded):UTF8', csv: 'csv:Text - txt - csv (StarCalc):44,34,76', xhtml: 'xhtml', 'word-xml': 'xml:MS Word 2003 XML', 'excel-xml': 'xml:MS Excel 2003 XML', doc: 'doc:MS Word 97', xls: 'xls:MS Excel 97', ppt: 'ppt:MS PowerPoint 97', rtf: 'rtf:Rich Text Format' } // prettier-ignore

/**
 * Saves flat documents in other formats, all of one format in one run of LibreOffice.
 * @param {string} folder where `sources` are written and results are left, as `<name>.<target>`
 * @param {Record<string, string | Buffer>} sources flat or packed documents by file name (`.fodt`, `.fods`, `.fodp`)
 * @param {string[]} targets
 */
export function save(folder, sources, targets) {
  mkdirSync(join(folder, 'sources'), { recursive: true })
  const paths = Object.entries(sources).map(([name, text]) => {
    const path = join(folder, 'sources', name)
    writeFileSync(path, text)
    return path
  })
  for (const target of targets) {
    const out = join(folder, 'converted')
    const filter = filters[target] ?? target
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, ...paths], { stdio: 'ignore' }) // prettier-ignore
    mkdirSync(join(folder, 'files'), { recursive: true })
    for (const name of readdirSync(out)) renameSync(join(out, name), join(folder, 'files', name))
  }
}
