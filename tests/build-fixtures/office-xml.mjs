/** Builds fixtures/extract/office-xml/<case>/input.*: Word and Excel 2003 XML, and a package laid flat. */
import { drawn } from './ofd-pictures.mjs'
import { deleted, p, partsOf, picture, run } from './docx-writer.mjs'
import { writeCases } from './write-cases.mjs'

const w = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"' // prettier-ignore
const word = (inner) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument ${w}>${inner}</w:wordDocument>`
const annotation = (type, inner) =>
  `<aml:annotation aml:id="1" w:type="Word.${type}">${inner}</aml:annotation>`
const r = (text, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const wp = (...inner) => `<w:p>${inner.join('')}</w:p>`
const png = drawn('检查通知', ['png:-'], '120x40')

const letter = word(
  `<o:DocumentProperties><o:Title>通知</o:Title><o:Author>张三</o:Author></o:DocumentProperties><w:fonts><w:defaultFonts w:ascii="宋体"/></w:fonts><w:body>` +
    wp(r('机密'), r('★'), r('10年')) +
    wp(r('看得见'), r('隐藏的', '<w:vanish/>'), r('没有隐藏', '<w:vanish w:val="off"/>')) +
    wp(r('留下'), annotation('Deletion', `<aml:content><w:r><w:delText>秘密★5年</w:delText></w:r></aml:content>`)) +
    wp(r('正文'), annotation('Comment', `<aml:content>${wp(r('先不要公开'))}</aml:content>`)) +
    `<w:tbl><w:tr><w:tc>${wp(r('密级'))}</w:tc><w:tc>${wp(r('公开'))}</w:tc></w:tr><w:tr><w:tc>${wp(r('甲'))}</w:tc><w:tc>${wp(r('乙'))}</w:tc></w:tr></w:tbl>` +
    wp(`<w:r><w:pict><w:binData w:name="wordml://01.png">${png.toString('base64')}</w:binData><v:shape><v:textbox><w:txbxContent>${wp(r('文本框'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`) +
    `<w:sectPr><w:hdr w:type="odd">${wp(r('内部资料'))}</w:hdr><w:ftr w:type="odd">${wp(r('页脚'))}</w:ftr></w:sectPr></w:body>`,
) // prettier-ignore

const ss = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"' // prettier-ignore
const cell = (text, more = '', inner = '') =>
  `<Cell ${more}><Data ss:Type="String">${text}</Data>${inner}</Cell>`
const sheet = (name, rows, options = '') =>
  `<Worksheet ss:Name="${name}"><Table><Column ss:Index="2" ss:Hidden="1"/>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}</WorksheetOptions></Worksheet>`
const book = `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ${ss}><DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Title>台账</Title></DocumentProperties><Styles><Style ss:ID="s1"><Font ss:FontName="宋体"/></Style></Styles><Names><NamedRange ss:Name="涉密范围" ss:RefersTo="=公开表!R1C1"/></Names>${sheet(
  '公开表',
  `<Row>${cell('姓名', '', '<Comment ss:Author="王五"><ss:Data><html:B>先不要</html:B>公开</ss:Data></Comment>')}${cell('隐藏列')}${cell('并列', 'ss:Index="4"')}</Row><Row ss:Index="5" ss:Hidden="1">${cell('隐藏行')}</Row>`,
  '<PageSetup><Header x:Data="&amp;L机密★10年&amp;C第&amp;P页"/></PageSetup>',
)}${sheet('底表', `<Row>${cell('绝密★30年')}</Row>`, '<Visible>SheetVeryHidden</Visible>')}</Workbook>`

/** Parts of a package as `pkg:part`, pictures in base64. */
function flat(parts) {
  const own = Object.entries(parts).map(([name, content]) =>
    typeof content === 'string'
      ? `<pkg:part pkg:name="/${name}"><pkg:xmlData>${content.replace(/^<\?xml[^>]*>\s*/, '')}</pkg:xmlData></pkg:part>`
      : `<pkg:part pkg:name="/${name}"><pkg:binaryData>${content.toString('base64')}</pkg:binaryData></pkg:part>`,
  )
  return `<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${own.join('')}</pkg:package>`
}
const { '[Content_Types].xml': _types, ...parts } = partsOf(
  [p(run('机密'), run('★20年')), p(run('留下'), deleted('秘密★5年')), p(picture('r:embed="rId1"'))],
  { 'word/media/image1.png': png },
  { targets: [['image', 'media/image1.png']] },
)

writeCases('office-xml', {
  words: { 'input.doc': letter },
  sheets: { 'input.xls': book },
  'sheets-utf-16': { 'input.xls': Buffer.from(`\ufeff${book}`, 'utf16le') },
  flat: { 'input.xml': flat(parts) },
  'cut-off': { 'input.xml': letter.slice(0, 900) },
})
