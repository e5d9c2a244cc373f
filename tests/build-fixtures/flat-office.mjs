/** Flat OpenDocument sources that LibreOffice turns into old Office files: one text, one workbook, one presentation. */

const names = {
  office: 'office',
  text: 'text',
  style: 'style',
  table: 'table',
  draw: 'drawing',
  meta: 'meta',
  number: 'datastyle',
  presentation: 'presentation',
}
const others = {
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
}
const root = (kind, content) => {
  const own = Object.entries(names).map(
    ([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const rest = Object.entries(others).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${[...own, ...rest].join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">${content}</office:document>`
}
const date = '<dc:date>2024-01-01T00:00:00</dc:date>'
const p = (text) => `<text:p>${text}</text:p>`
const cell = (text, more = '') =>
  `<table:table-cell office:value-type="string">${p(text)}${more}</table:table-cell>`
const frame = (at, inner) =>
  `<draw:frame svg:width="8cm" svg:height="2cm" svg:x="${at}cm" svg:y="8cm">${inner}</draw:frame>`
const box = (...texts) => `<draw:text-box>${texts.map(p).join('')}</draw:text-box>`

export const textDocument = (png) =>
  root(
    'text',
    `<office:meta><dc:title>题名</dc:title><dc:subject>内部资料</dc:subject><dc:creator>张三</dc:creator><meta:user-defined meta:name="密级">秘密</meta:user-defined></office:meta>
<office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="B" style:family="text"><style:text-properties fo:font-size="22pt" fo:font-weight="bold" style:font-size-asian="22pt" style:font-weight-asian="bold"/></style:style><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header>${p('机密★10年')}</style:header><style:footer>${p('内部资料，注意保存')}</style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>李四</dc:creator>${date}</office:change-info>${p('绝密★30年')}</text:deletion></text:changed-region></text:tracked-changes>
${p('<text:span text:style-name="B">关于开展检查的通知</text:span>')}${p('各区：<text:span text:style-name="H">隐藏的秘密★5年</text:span>请<text:span text:style-name="W">白字</text:span>办理。')}${p('删去<text:change text:change-id="c1"/>之后')}
${p('脚注<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注里的话</text:p></text:note-body></text:note>尾注<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>尾注里的话</text:p></text:note-body></text:note>')}
${p(`批注<office:annotation><dc:creator>王五</dc:creator>${date}${p('先不要公开')}</office:annotation>处`)}${p('<text:a xlink:href="http://oa.invalid/a.doc" xlink:type="simple">点此</text:a><text:bookmark text:name="附件一"/>')}
${p(`<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm" svg:x="1cm" svg:y="1cm">${box('文本框里的话')}</draw:frame>框`)}${p(`<draw:frame text:anchor-type="as-char" svg:width="4cm" svg:height="1cm"><draw:image><office:binary-data>${png}</office:binary-data></draw:image></draw:frame>图`)}
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>${cell('密级')}${cell('公开')}</table:table-row><table:table-row>${cell('甲')}${cell('乙')}</table:table-row></table:table>${p('plain letters only')}</office:text></office:body>`,
  )

export const workbook = () =>
  root(
    'spreadsheet',
    `<office:meta><dc:title>台账</dc:title></office:meta>
<office:automatic-styles><style:style style:name="W" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style><style:page-layout style:name="L"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="L"><style:header><style:region-left>${p('机密★10年')}</style:region-left></style:header><style:footer>${p('内部资料')}</style:footer></style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="公开表"><table:shapes>${frame(1, box('文本框里的话'))}</table:shapes><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>
<table:table-row>${cell('姓名', `<office:annotation><dc:creator>王五</dc:creator>${p('先不要公开')}</office:annotation>`)}${cell('隐藏列')}<table:table-cell office:value-type="string" table:style-name="W">${p('白字')}</table:table-cell></table:table-row><table:table-row table:visibility="collapse">${cell('隐藏行')}</table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="13900000000"/><table:table-cell office:value-type="float" office:value="0.5"/><table:table-cell office:value-type="string"><text:p><text:a xlink:href="http://oa.invalid/x">点此</text:a></text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="隐藏表" table:style-name="T"><table:table-row>${cell('绝密★30年')}</table:table-row></table:table></office:spreadsheet></office:body>`,
  )

export const presentation = (png) =>
  root(
    'presentation',
    `<office:meta><dc:title>汇报</dc:title></office:meta><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout><style:style style:name="h" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles><office:body><office:presentation>
<draw:page draw:name="p1" draw:master-page-name="M"><draw:frame presentation:class="title" svg:width="20cm" svg:height="3cm" svg:x="2cm" svg:y="1cm">${box('工作汇报')}</draw:frame>${frame(2, box('机密★10年', '第二段'))}${frame(40, box('页外的话'))}${frame(2, `<draw:image><office:binary-data>${png}</office:binary-data></draw:image>`)}<office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>李四</dc:creator>${date}${p('这一页不要公开')}</office:annotation><presentation:notes><draw:frame presentation:class="notes" svg:width="10cm" svg:height="5cm" svg:x="2cm" svg:y="14cm">${box('会后收回')}</draw:frame></presentation:notes></draw:page>
<draw:page draw:name="p2" draw:style-name="h" draw:master-page-name="M">${frame(2, box('隐藏页里的话'))}</draw:page></office:presentation></office:body>`,
  )
