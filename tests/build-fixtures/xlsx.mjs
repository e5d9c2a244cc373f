/** Builds fixtures/extract/xlsx/<case>/input.xlsx. Needs ImageMagick for one picture; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawn } from './ofd-pictures.mjs'
import { namespaces, packageOf, relationships, xml } from './ooxml-writer.mjs'
import { zipOf } from './zip.mjs'

const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const mark = '机密★20年'
const text = (reference, said, attributes = '') =>
  `<c r="${reference}" t="inlineStr" ${attributes}><is><t>${said}</t></is></c>`
const row = (number, cells, attributes = '') => `<row r="${number}" ${attributes}>${cells}</row>`
const worksheet = (rows, { before = '', after = '' } = {}) =>
  xml(`<worksheet ${namespaces.spreadsheet}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`)

/** @param {[name: string, content: string, state?: string, related?: unknown[][]][]} sheets */
function workbook(sheets, { strings, styles, after = '', parts = {}, related = [] } = {}) {
  const list = sheets.map(
    ([name, , state = 'visible'], index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  )
  const links = sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`])
  const files = { ...parts }
  const types = { 'xl/workbook.xml': `${sheetTypes}sheet.main+xml` }
  sheets.forEach(([, content, , belongings], index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = content
    if (belongings) files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(...belongings)
  })
  if (strings) {
    files['xl/sharedStrings.xml'] = xml(`<sst ${namespaces.spreadsheet}>${strings}</sst>`)
    links.push(['rId90', 'sharedStrings', 'sharedStrings.xml'])
  }
  if (styles) {
    files['xl/styles.xml'] = xml(`<styleSheet ${namespaces.spreadsheet}>${styles}</styleSheet>`)
    links.push(['rId91', 'styles', 'styles.xml'])
  }
  files['xl/workbook.xml'] = xml(
    `<workbook ${namespaces.spreadsheet}><sheets>${list.join('')}</sheets>${after}</workbook>`,
  )
  files['xl/_rels/workbook.xml.rels'] = relationships(...links, ...related)
  return packageOf('xl/workbook.xml', files, types)
}

const styles =
  '<numFmts><numFmt numFmtId="170" formatCode="&quot;机密★&quot;0&quot;年&quot;"/><numFmt numFmtId="171" formatCode=";;;"/><numFmt numFmtId="172" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="173" formatCode="&quot;内部资料 &quot;@"/></numFmts>' +
  '<fonts><font><sz val="11"/></font><font><b/><sz val="16"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF003366"/></patternFill></fill></fills>' +
  '<cellXfs><xf fontId="0" fillId="0" numFmtId="0"/><xf fontId="1" fillId="0" numFmtId="0"/><xf fontId="2" fillId="0" numFmtId="0"/><xf fontId="2" fillId="2" numFmtId="0"/><xf fontId="0" fillId="0" numFmtId="170"/><xf fontId="0" fillId="0" numFmtId="171"/><xf fontId="0" fillId="0" numFmtId="172"/><xf fontId="0" fillId="0" numFmtId="173"/><xf fontId="0" fillId="0" numFmtId="10"/></cellXfs>'

/** A rectangle over cells; corners as column, row and how far into them (EMU). */
const rectangleOver = (
  from,
  to,
  { fill = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', words = '' } = {},
) =>
  `<xdr:twoCellAnchor>${[
    ['from', from],
    ['to', to],
  ]
    .map(
      ([name, [column, row, intoColumn, intoRow]]) =>
        `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${intoColumn}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${intoRow}</xdr:rowOff></xdr:${name}>`,
    )
    .join(
      '',
    )}<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="矩形 1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>${fill}</xdr:spPr><xdr:txBody><a:p>${words && `<a:r><a:t>${words}</a:t></a:r>`}</a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`
const drawingOf = (inner) =>
  xml(
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inner}</xdr:wsDr>`,
  )

const cases = {
  'drawn-over': () =>
    workbook(
      [
        [
          '公开表',
          worksheet(
            [
              '北原县粮库三号仓位置',
              '大块图形下面一',
              '大块图形下面二',
              '大块图形下面三',
              '半透明的图形下面',
              '有字的图形下面',
              '图形只压住下半行',
              '没有填充的方框',
              '图形画在右边',
            ]
              .map((said, index) => row(index + 1, text(`A${index + 1}`, said)))
              .join('') +
              row(11, text('A11', '行高只有一个像素'), 'ht="0.75" customHeight="1"') +
              row(12, text('A12', '一磅的字', 's="1"')),
            { after: '<drawing r:id="rId1"/>' },
          ),
          'visible',
          [['rId1', 'drawing', '../drawings/drawing1.xml']],
        ],
      ],
      {
        styles:
          '<fonts><font><sz val="11"/></font><font><sz val="1"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0" numFmtId="0"/><xf fontId="1" fillId="0" numFmtId="0"/></cellXfs>',
        parts: {
          'xl/drawings/drawing1.xml': drawingOf(
            rectangleOver([0, 0, 20000, 10000], [2, 0, 100, 180000]) +
              rectangleOver([0, 1, 0, 0], [5, 4, 0, 0]) +
              rectangleOver([0, 4, 0, 0], [2, 5, 0, 0], {
                fill: '<a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="40000"/></a:srgbClr></a:solidFill>',
              }) +
              rectangleOver([0, 5, 0, 0], [2, 6, 0, 0], { words: '点此返回' }) +
              rectangleOver([0, 6, 0, 120000], [2, 7, 0, 10000]) +
              rectangleOver([0, 7, 0, 0], [2, 8, 0, 0], { fill: '<a:noFill/>' }) +
              rectangleOver([2, 8, 0, 0], [4, 9, 0, 0]),
          ),
        },
      },
    ),
  cells: () =>
    workbook(
      [
        [
          '统计表',
          worksheet(
            row(1, '<c r="A1" s="1" t="s"><v>0</v></c><c t="s"><v>1</v></c>') +
              row(
                2,
                text('A2', '白字', 's="2"') +
                  text('B2', '深底白字', 's="3"') +
                  '<c r="C2" s="4"><v>20</v></c>',
              ) +
              row(
                3,
                '<c r="A3"><v>1.10101199003071E+17</v></c><c r="B3" s="6"><v>45292</v></c><c r="C3" s="8"><v>0.125</v></c>',
              ) +
              row(
                4,
                text('A4', '格式藏起', 's="5"') +
                  '<c r="B4" s="5"><v>110</v></c>' +
                  text('C4', '通讯录', 's="7"'),
              ) +
              row(
                5,
                '<c r="A5" t="str"><f>IF(B5&gt;0,"秘密★10年","公开")</f><v>公开</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="e"><v>#REF!</v></c>',
              ) +
              '<row><c t="inlineStr"><is><t>没有编号的单元格_x000D_</t></is></c></row>',
          ),
        ],
      ],
      {
        styles,
        strings:
          '<si><r><t>机密★</t></r><r><t>10</t></r><r><t>年</t></r><rPh sb="0" eb="1"><t>jimi</t></rPh></si><si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>藏着</t></r><r><rPr><color rgb="FF000000"/></rPr><t>看见</t></r></si>',
      },
    ),
  hidden: () =>
    workbook([
      [
        '公开',
        worksheet(
          row(1, text('A1', '看得见') + text('C1', '隐藏列')) +
            row(2, text('A2', '隐藏行'), 'hidden="1"') +
            row(3, text('A3', '零高行'), 'ht="0" customHeight="1"'),
          { before: '<cols><col min="3" max="3" width="9" hidden="1"/></cols>' },
        ),
      ],
      ['底稿', worksheet(row(1, text('A1', mark))), 'hidden'],
      ['深藏', worksheet(row(1, text('A1', '绝密★长期'))), 'veryHidden'],
    ]),
  words: () =>
    workbook(
      [
        [
          '汇总',
          worksheet(row(1, text('A1', '正文')), {
            after:
              '<dataValidations><dataValidation sqref="B2:B9" prompt="请按密级填写" promptTitle="提示" error="内部错误"><formula1>"绝密,机密,秘密"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="内网地址" display="点此"/></hyperlinks><headerFooter><oddHeader>&amp;L&amp;"仿宋,Bold"&amp;14秘密★5年&amp;C&amp;A&amp;R第&amp;P页 A&amp;&amp;B</oddHeader><oddFooter>&amp;C&amp;K01+000内部资料</oddFooter></headerFooter><extLst><ext><x14:note xmlns:x14="u">扩展里的话</x14:note></ext></extLst>',
          }),
          'visible',
          [['rId1', 'hyperlink', 'http://oa.invalid/%E5%86%85%E9%83%A8', true]],
        ],
      ],
      {
        after:
          '<definedNames><definedName name="涉密范围" comment="勿公开">汇总!$A$1</definedName><definedName name="x">"内部数据"&amp;汇总!$A$1</definedName></definedNames>',
      },
    ),
  belongings: () =>
    workbook(
      [
        [
          '图表',
          worksheet(row(1, text('A1', '正文')), { after: '<drawing r:id="rId1"/>' }),
          'visible',
          [
            ['rId1', 'drawing', '../drawings/drawing1.xml'],
            ['rId2', 'comments', '../comments1.xml'],
            [
              'rId3',
              'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
              '../threadedComments/threadedComment1.xml',
            ],
            ['rId4', 'oleObject', '../embeddings/oleObject1.bin'],
            ['rId5', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
            ['rId6', 'table', '../tables/table1.xml'],
          ],
        ],
      ],
      {
        related: [
          ['rId95', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
          ['rId96', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
          ['rId97', 'externalLink', 'externalLinks/externalLink1.xml'],
          ['rId98', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
        ],
        parts: {
          'xl/drawings/drawing1.xml': xml(
            '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框" descr="印章示意"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>秘密</a:t></a:r><a:r><a:t>★5年</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
          ),
          'xl/drawings/_rels/drawing1.xml.rels': relationships(
            ['rId1', 'chart', '../charts/chart1.xml'],
            ['rId2', 'image', '../media/image1.png'],
          ),
          'xl/charts/chart1.xml': xml(
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p><a:r><a:t>图表标题</a:t></a:r></a:p></c:title><c:strCache><c:pt idx="0"><c:v>东湖区</c:v></c:pt></c:strCache></c:chart>',
          ),
          'xl/media/image1.png': drawn('示意图', ['png:-']),
          'xl/comments1.xml':
            xml(`<comments ${namespaces.spreadsheet}><authors><author>李四</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t>李四:</t></r><r><t>
这里的数据先不要公开</t></r></text></comment></commentList></comments>`),
          'xl/threadedComments/threadedComment1.xml': xml(
            '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C4" personId="{1}"><text>机密★10年，请删</text></threadedComment></ThreadedComments>',
          ),
          'xl/persons/person.xml': xml(
            '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="王五" id="{1}"/></personList>',
          ),
          'xl/embeddings/oleObject1.bin': Buffer.from('内嵌对象'),
          'xl/drawings/vmlDrawing1.vml':
            '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>老式控件上的字</div></v:textbox></v:shape></xml>',
          'xl/tables/table1.xml': xml(
            `<table ${namespaces.spreadsheet} displayName="密级汇总" ref="A1:B2"><tableColumns><tableColumn name="正文"/></tableColumns></table>`,
          ),
          'xl/pivotCache/pivotCacheDefinition1.xml': xml(
            `<pivotCacheDefinition ${namespaces.spreadsheet}><cacheFields><cacheField name="单位"><sharedItems><s v="${mark}"/><s v="东湖区"/><n v="12"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
          ),
          'xl/externalLinks/externalLink1.xml': xml(
            `<externalLink ${namespaces.spreadsheet}><externalBook><sheetNames><sheetName val="保密台账"/></sheetNames><sheetDataSet><sheetData><row><cell t="str"><v>绝密文件清单</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
          ),
          'xl/externalLinks/_rels/externalLink1.xml.rels': relationships([
            'rId1',
            'externalLinkPath',
            'file:///D:/%E5%86%85%E9%83%A8.xlsx',
            true,
          ]),
          'xl/vbaProject.bin': Buffer.from('\xd0\xcf\x11\xe0宏', 'latin1'),
          'xl/theme/theme1.xml': xml(
            '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office 主题"/>',
          ),
          'xl/printerSettings/printerSettings1.bin': Buffer.from('printer'),
          'customXml/item1.xml': xml('<资料 密级="秘密">随文附带</资料>'),
        },
      },
    ),
  large: () =>
    workbook([
      [
        '大表',
        worksheet(
          Array.from({ length: 2600 }, (_, index) =>
            row(
              index + 1,
              text(`A${index + 1}`, index === 2599 ? mark : '甲') +
                `<c r="B${index + 1}"><v>${index}</v></c>`,
            ),
          ).join(''),
        ),
      ],
    ]),
  left: () =>
    workbook([['表', worksheet(row(1, '<c r="A1" t="s"><v>0</v></c>'))]], {
      strings: `<si><t>还在用</t></si><si><t>${mark}</t></si>`,
      parts: { 'xl/worksheets/sheet9.xml': worksheet(row(1, text('A1', '不再列出的工作表'))) },
    }),
  symbols: () =>
    workbook([['符号', worksheet(row(1, '<c r="A1" t="s"><v>0</v></c>' + text('B1', '\u00ab', 's="1"')))]], {
      strings:
        '<si><r><t>机密</t></r><r><rPr><rFont val="Wingdings"/></rPr><t>\u00ab</t></r><r><t>20年</t></r></si>',
      styles:
        '<fonts><font/><font><name val="Wingdings"/></font></fonts><fills><fill/></fills><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>',
    }),
  'missing-sheet': () => {
    return packageOf(
      'xl/workbook.xml',
      {
        'xl/workbook.xml': xml(
          `<workbook ${namespaces.spreadsheet}><sheets><sheet name="丢失" sheetId="1" r:id="rId1"/><sheet name="还在" sheetId="2" r:id="rId2"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': relationships(
          ['rId1', 'worksheet', 'worksheets/sheet9.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId3', 'sharedStrings', 'sharedStrings.xml'],
        ),
        'xl/worksheets/sheet1.xml': worksheet(row(1, text('A1', '正文'))),
      },
      {},
    )
  },
  binary: () =>
    packageOf(
      'xl/workbook.bin',
      { 'xl/workbook.bin': Buffer.from([1, 2, 3]), 'xl/worksheets/sheet1.bin': Buffer.from([4, 5]) },
      { 'xl/workbook.bin': 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' },
    ),
  'broken-sheet': () => workbook([['断', worksheet(row(1, text('A1', '断之前'))).slice(0, -40)]]),
  circle: () =>
    workbook(
      [
        [
          '环',
          worksheet(row(1, text('A1', '正文'))),
          'visible',
          [['rId1', 'drawing', '../drawings/drawing1.xml']],
        ],
      ],
      {
        parts: {
          'xl/drawings/drawing1.xml': xml('<xdr:wsDr xmlns:xdr="u"/>'),
          'xl/drawings/_rels/drawing1.xml.rels': relationships(
            ['rId1', 'drawing', '../drawings/drawing1.xml'],
            ['rId2', 'worksheet', '../worksheets/sheet1.xml'],
          ),
        },
      },
    ),
  'no-workbook': () =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/worksheets/sheet1.xml': worksheet(row(1, text('A1', mark))),
    }),
  'cut-off': () => workbook([['表', worksheet(row(1, text('A1', mark)))]]).subarray(0, 600),
}

const wanted = process.argv.slice(2)
for (const [name, build] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = new URL(`../../fixtures/extract/xlsx/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = build()
  writeFileSync(new URL('input.xlsx', folder), bytes)
  console.log(name, bytes.length)
}
