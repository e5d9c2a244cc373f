/** Lines hidden in office files as LibreOffice saves them: DOCX, ODT, DOC, RTF; PPTX, ODP, PPT; XLSX, ODS, XLS. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declared } from '../formats/names.mjs'
import { save } from '../formats/office.mjs'

/** A sentence no rule knows: hiding it is all there is to find. */
const lines = { mark: '机密★10年', sentence: '粮库三号仓位置见附图二' }
const plain = ['关于开展春季造林工作的通知', '各乡镇要提前备好苗木，落实浇水管护责任。']
const date = '<dc:date>2024-01-01T00:00:00</dc:date>'
const p = (inner, style = '') => `<text:p ${style && `text:style-name="${style}"`}>${inner}</text:p>`
const span = (inner, style) => `<text:span text:style-name="${style}">${inner}</text:span>`
const comment = (text) =>
  `<office:annotation><dc:creator>甲</dc:creator>${date}${p(text)}</office:annotation>`
const rectangle = (place, style = 'Over') =>
  `<draw:custom-shape draw:style-name="${style}" ${place}><text:p/><draw:enhanced-geometry draw:type="rectangle" svg:viewBox="0 0 21600 21600" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 Z N"/></draw:custom-shape>`
const inText =
  'text:anchor-type="paragraph" svg:x="0cm" svg:y="0.05cm" svg:width="5.2cm" svg:height="0.5cm" draw:z-index="1"'

/** Way of hiding → what stands in the paragraph, and the level a sentence so hidden has; null: nothing is said. */
const inWriter = {
  none: [(text) => p(text), null],
  'shape over it': [(text) => p(`${rectangle(inText)}${text}`), 'block'],
  'shape beside it': [
    (text) => p(`${rectangle(inText.replace('svg:x="0cm"', 'svg:x="11cm"'))}${text}`),
    null,
  ],
  'black on black': [(text) => p(span(text, 'Bar')), 'block'],
  'white on white': [(text) => p(span(text, 'White')), 'review'],
  'hidden run': [(text) => p(`前文${span(text, 'Hidden')}后文`), 'review'],
  deleted: [() => p(`前文<text:change text:change-id="c1"/>后文`), 'review'],
  comment: [(text) => p(`批注处${comment(text)}`), 'review'],
}
const inImpress = {
  none: [(frame) => frame(p), null],
  'shape over it': [
    (frame) => frame(p) + rectangle('svg:x="2cm" svg:y="6cm" svg:width="8.4cm" svg:height="1.2cm"'),
    'block',
  ],
  'panel over it': [
    (frame) => frame(p) + rectangle('svg:x="0cm" svg:y="4cm" svg:width="20cm" svg:height="9cm"'),
    'review',
  ],
  'white on white': [(frame) => frame((text) => p(span(text, 'White'))), 'review'],
  'off the slide': [(frame) => frame(p).replace('svg:x="2cm"', 'svg:x="40cm"'), 'review'],
  'hidden slide': [(frame) => frame(p), 'review'],
  comment: [(frame, text) => frame(() => p('说明')) + comment(text), 'review'],
}
const cell = (inner, style = '') =>
  `<table:table-cell office:value-type="string" ${style && `table:style-name="${style}"`}>${inner}</table:table-cell>`
const inCalc = {
  none: [(text) => cell(p(text)), null],
  'black on black': [(text) => cell(p(text), 'BarCell'), 'block'],
  'white on white': [(text) => cell(p(text), 'WhiteCell'), 'review'],
  'hidden row': [(text) => cell(p(text)), 'review'],
  'hidden sheet': [(text) => cell(p(text)), 'review'],
  comment: [(text) => cell(`${comment(text)}${p('批注处')}`), 'review'],
}

const textStyle = (name, attributes, family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}">${family === 'text' ? '' : '<style:table-cell-properties fo:background-color="' + (name === 'BarCell' ? '#000000' : '#ffffff') + '"/>'}<style:text-properties ${attributes}/></style:style>`
const styles = `<office:automatic-styles>${textStyle('Bar', 'fo:color="#000000" fo:background-color="#000000"')}${textStyle('White', 'fo:color="#ffffff"')}${textStyle('Hidden', 'text:display="none"')}${textStyle('BarCell', 'fo:color="#000000"', 'table-cell')}${textStyle('WhiteCell', 'fo:color="#ffffff"', 'table-cell')}<style:style style:name="Over" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#000000" draw:stroke="none" style:run-through="foreground" style:wrap="run-through" style:number-wrapped-paragraphs="no-limit" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph"/></style:style><style:style style:name="Plain" style:family="graphic"><style:graphic-properties draw:fill="none" draw:stroke="none"/></style:style><style:style style:name="Away" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="Skipped" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>`
const flat = (kind, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${declared} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">${styles}<office:body><office:${kind}>${inner}</office:${kind}></office:body></office:document>`

function writer(cover, text) {
  const changes =
    cover === 'deleted'
      ? `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>乙</dc:creator>${date}</office:change-info>${p(text)}</text:deletion></text:changed-region></text:tracked-changes>`
      : ''
  return flat('text', `${changes}${inWriter[cover][0](text)}${plain.map((one) => p(one)).join('')}`)
}

function impress(cover, text) {
  const frame = (set) =>
    `<draw:frame draw:style-name="Plain" svg:x="2cm" svg:y="6cm" svg:width="12cm" svg:height="1.2cm"><draw:text-box>${set(text)}</draw:text-box></draw:frame>`
  const page = (inner, style = '') =>
    `<draw:page draw:name="p${style}" ${style && `draw:style-name="${style}"`} draw:master-page-name="Standard">${inner}</draw:page>`
  const shown = page(
    `<draw:frame draw:style-name="Plain" svg:x="2cm" svg:y="1cm" svg:width="22cm" svg:height="2.4cm"><draw:text-box>${plain.map((one) => p(one)).join('')}</draw:text-box></draw:frame>${cover === 'hidden slide' ? '' : inImpress[cover][0](frame, text)}`,
  )
  return flat('presentation', shown + (cover === 'hidden slide' ? page(frame(p), 'Skipped') : ''))
}

function calc(cover, text) {
  const row = (inner, more = '') => `<table:table-row ${more}>${inner}</table:table-row>`
  const own = row(inCalc[cover][0](text), cover === 'hidden row' ? 'table:visibility="collapse"' : '')
  const away = cover === 'hidden sheet'
  const first = `<table:table table:name="公开表">${plain.map((one) => row(cell(p(one)))).join('')}${away ? '' : own}</table:table>`
  return flat('spreadsheet', first + (away ? `<table:table table:name="另一表" table:style-name="Away">${own}</table:table>` : '')) // prettier-ignore
}

const programs = [
  ['fodt', inWriter, writer, ['docx', 'odt', 'doc', 'rtf']],
  ['fodp', inImpress, impress, ['pptx', 'odp', 'ppt']],
  ['fods', inCalc, calc, ['xlsx', 'ods', 'xls']],
]

/** What these programs cannot save in this format. */
const lost = new Set(['rtf, shape beside it', 'ppt, comment'])

/** Rows as `carrierFiles` gives them, with the level expected of a sentence. */
export function officeCarriers({ folder }) {
  const list = join(folder, 'office.json')
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true })
    const rows = programs.flatMap(([source, covers, write, targets]) => {
      const sources = {}
      const made = Object.entries(covers).flatMap(([cover, [, level]]) =>
        Object.entries(lines).flatMap(([what, text]) => {
          const name = `${what}.${cover.replaceAll(' ', '-')}`
          sources[`${name}.${source}`] = write(cover, text)
          return targets.map((carrier) => ({
            file: `files/${name}.${carrier}`,
            carrier,
            cover: cover === 'none' ? 'none (LibreOffice)' : `${cover} (LibreOffice)`,
            what,
            text,
            level,
          }))
        }),
      )
      save(folder, sources, targets)
      return made.filter(({ carrier, cover }) => !lost.has(`${carrier}, ${cover.replace(/ \(.*/, '')}`))
    })
    writeFileSync(list, JSON.stringify(rows, null, 1))
  }
  return JSON.parse(readFileSync(list, 'utf8')).map((row) => ({ ...row, path: join(folder, row.file) }))
}
