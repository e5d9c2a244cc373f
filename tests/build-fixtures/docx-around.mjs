/** What stands around the text: properties, settings, custom XML, charts, links, inert parts. */
import * as w from './docx-writer.mjs'

const { p, root, declaration } = w
const core = (inner) =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${inner}</cp:coreProperties>`
const vt = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
const custom = (properties) =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ${vt}>${Object.entries(
    properties,
  )
    .map(
      ([name, value], index) =>
        `<property pid="${index + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
    )
    .join('')}</Properties>`
const drawing = (inner) =>
  `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inner}</c:chartSpace>`
const diagram = (...texts) =>
  `${declaration}<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>${texts
    .map(
      (runs) =>
        `<dgm:pt><dgm:t><a:p>${[runs]
          .flat()
          .map((text) => `<a:r><a:t>${text}</a:t></a:r>`)
          .join('')}</a:p></dgm:t></dgm:pt>`,
    )
    .join('')}</dgm:ptLst></dgm:dataModel>`
/** The start of a TrueType font, scrambled as Word does. */
const key = '{00112233-4455-6677-8899-AABBCCDDEEFF}'
const scrambled = (() => {
  const font = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 9]), Buffer.alloc(58)])
  const bytes = Buffer.from(key.replace(/[{}-]/g, ''), 'hex').reverse()
  for (let index = 0; index < 32; index++) font[index] ^= bytes[index % 16]
  return font
})()
const theme = `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:font script="Hans" typeface="宋体"/></a:theme>`

export const around = ({ letter, mark, png }) => ({
  properties: {
    'input.docx': w.docx(letter, {
      'docProps/core.xml': core(
        '<dc:title>走访慰问通知</dc:title><dc:creator>某某</dc:creator><cp:keywords>秘密★3年</cp:keywords><cp:category>内部</cp:category><cp:revision>3</cp:revision><dcterms:created>2022-09-01T00:00:00Z</dcterms:created>',
      ),
      'docProps/app.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ${vt}><Company>临江市某某局</Company><Pages>1</Pages><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>机密附件</vt:lpstr><vt:lpstr>标题</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
      'docProps/custom.xml': custom({
        密级: mark,
        MIJI: '秘密',
        MSIP_Label_5f2a9c1e_Name: 'Confidential',
        空值: '',
      }),
      'docMetadata/LabelInfo.xml': `${declaration}<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{5f2a9c1e-b7d4-4e60-a3cf-9d08e6b1c2fa}" enabled="1" method="Privileged"/></clbl:labelList>`,
      'word/settings.xml': root(
        'w:settings',
        '<w:docVars><w:docVar w:name="level" w:val="机密"/><w:docVar w:name="n" w:val="7"/></w:docVars><w:noLineBreaksBefore w:lang="zh-CN" w:val="！），。"/>',
      ),
      'customXml/item1.xml': '<record xmlns="urn:x"><密级 期限="十年">绝密</密级><id>42</id></record>',
    }),
  },
  charts: {
    'input.docx': w.docx(letter, {
      'word/charts/chart1.xml': drawing(
        '<c:title><a:p><a:r><a:t>涉密人员</a:t></a:r><a:r><a:t>分布（机密）</a:t></a:r></a:p></c:title><c:strCache><c:pt><c:v>东部</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>12.5</c:v></c:pt></c:numCache>',
      ),
      'word/charts/style1.xml': '<cs:chartStyle xmlns:cs="urn:cs"/>',
      'word/diagrams/data1.xml': diagram(['秘', '密'], '流程'),
      'word/diagrams/drawing1.xml': diagram('秘密', '只在图中'),
    }),
  },
  numbering: {
    'input.docx': w.docx(
      [p('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', '编号段落'), ...letter],
      {
        'word/numbering.xml': root(
          'w:numbering',
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="秘密★%2年"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
      },
    ),
  },
  glossary: {
    'input.docx': w.docx(letter, {
      'word/glossary/document.xml': root(
        'w:glossaryDocument',
        `<w:docParts><w:docPart><w:docPartPr><w:name w:val="密级戳"/></w:docPartPr><w:docPartBody>${p(mark)}</w:docPartBody></w:docPart></w:docParts>`,
      ),
    }),
  },
  links: {
    'input.docx': w.docx(
      [p(w.picture('r:link="rIdX2"')), p(w.picture('r:link="rIdX3"')), ...letter],
      {},
      {
        external: [
          ['hyperlink', 'https://www.example.gov.cn/%E6%9C%BA%E5%AF%86.html'],
          ['image', 'file:///C:/机密/首页.png'],
          ['image', 'beside.png'],
          ['attachedTemplate', 'file:///D:/模板/内部.dotx'],
          ['subDocument', 'chapter.docx'],
        ],
      },
    ),
    'beside.png': png,
  },
  'inert-parts': {
    'input.docx': w.docx(letter, {
      'word/theme/theme1.xml': theme,
      'word/webSettings.xml': root('w:webSettings', '<w:optimizeForBrowser/>'),
      'word/fontTable.xml': root(
        'w:fonts',
        `<w:font w:name="仿宋"><w:embedRegular r:id="rId1" w:fontKey="${key}"/></w:font>`,
      ),
      'word/_rels/fontTable.xml.rels': w.relationships([['font', 'fonts/font1.odttf']]),
      'word/fonts/font1.odttf': scrambled,
      'word/printerSettings/printerSettings1.bin': Buffer.alloc(64),
      'docProps/thumbnail.png': png,
      'word/empty.bin': '',
    }),
  },
  'not-inert': {
    'input.docx': w.docx(letter, {
      'word/theme/theme1.xml': theme.replace('</a:theme>', `<extra>${mark}</extra></a:theme>`),
      'word/fonts/font1.odttf': '机密：这不是字体',
      'docProps/thumbnail.jpeg': '机密：这不是图片',
      'word/secret.dat': '机密',
    }),
  },
})
