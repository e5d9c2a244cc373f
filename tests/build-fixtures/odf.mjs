/** Builds fixtures/extract/odf/<case>/input.<odt|ods|odp>. Needs ImageMagick for one picture; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawn } from './ofd-pictures.mjs'
import { zipOf } from './zip.mjs'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const declared = [
  ...['office', 'text', 'table', 'style', 'meta', 'presentation', 'script'].map((name) => [
    name,
    `${oasis}${name}:1.0`,
  ]),
  ['draw', `${oasis}drawing:1.0`],
  ['svg', `${oasis}svg-compatible:1.0`],
  ['fo', `${oasis}xsl-fo-compatible:1.0`],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')
const mark = '机密★20年'
const xml = (root, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${declared}>${inner}</office:${root}>`
const content = (kind, inner, styles = '') =>
  xml(
    'document-content',
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${inner}</office:${kind}></office:body>`,
  )
const style = (name, family, inner, attributes = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}>${inner}</style:style>`
const characters = (attributes) => `<style:text-properties ${attributes}/>`
const p = (inner, attributes = '') => `<text:p ${attributes}>${inner}</text:p>`
const master = (inner, layout = '') =>
  xml(
    'document-styles',
    `<office:styles>${style('Standard', 'paragraph', characters('fo:font-size="16pt"'))}</office:styles><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties ${layout}/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="L">${inner}</style:master-page></office:master-styles>`,
  )

const meta = xml(
  'document-meta',
  '<office:meta><dc:title>关于开展检查的通知</dc:title><dc:creator>张三</dc:creator><meta:keyword>内部资料</meta:keyword><meta:user-defined meta:name="密级">秘密</meta:user-defined><meta:editing-duration>PT5M</meta:editing-duration><meta:document-statistic meta:page-count="1"/></office:meta>',
)
const manifest = (rows) =>
  `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${oasis}manifest:1.0">${rows}</manifest:manifest>`

function pack(kind, files, rows = '') {
  return zipOf(
    {
      mimetype: `application/vnd.oasis.opendocument.${kind}`,
      'META-INF/manifest.xml': manifest(rows),
      'meta.xml': meta,
      ...files,
    },
    { stored: ['mimetype'] },
  )
}

const frame = (box, inner, attributes = '') =>
  `<draw:frame svg:x="${box[0]}cm" svg:y="${box[1]}cm" svg:width="${box[2]}cm" svg:height="${box[3]}cm" ${attributes}>${inner}</draw:frame>`
const box = (...paragraphs) => `<draw:text-box>${paragraphs.map((one) => p(one)).join('')}</draw:text-box>`

const textBody = [
  '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>李四</dc:creator><dc:date>2024-01-01</dc:date></office:change-info><text:p>秘密★10年</text:p></text:deletion></text:changed-region></text:tracked-changes>',
  `<text:h text:outline-level="1">一、<text:span>总体</text:span>要求</text:h>`,
  p('机密<text:span text:style-name="T1">★</text:span>20年', 'text:style-name="Standard"'),
  p(
    '见<text:s text:c="3"/>附件<text:tab/>甲<text:line-break/>另起一行<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注里的话</text:p></text:note-body></text:note>，完',
  ),
  p(
    '看得见<text:span text:style-name="H">隐藏的字</text:span><text:span text:style-name="W">白色的字</text:span>',
  ),
  '<text:section text:name="不公开的一节" text:display="none"><text:p>隐藏的节</text:p></text:section>',
  p(
    '<text:hidden-text text:condition="ooow:true" text:string-value="条件隐藏"/>前<text:hidden-paragraph text:is-hidden="true"/>',
  ),
  p(
    '批注处<office:annotation><dc:creator>王五</dc:creator><dc:date>2024-01-01</dc:date><text:p>这里先不要公开</text:p></office:annotation>后文',
  ),
  p(
    '框外<draw:frame draw:name="印章说明"><draw:text-box><text:p>文本框里的字</text:p></draw:text-box><svg:title>图示</svg:title><svg:desc>示意图说明</svg:desc></draw:frame>',
  ),
  p(
    '<draw:frame draw:name="图片 1"><draw:image xlink:href="Pictures/a.png"/></draw:frame><draw:frame><draw:image xlink:href="file:///D:/外部.png"/></draw:frame><text:a xlink:href="http://oa.invalid/">内网</text:a>',
  ),
  '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>单位</text:p></table:table-cell><table:table-cell><text:p>密级</text:p></table:table-cell></table:table-row></table:table><table:table><table:table-row><table:table-cell><text:p>第二张表</text:p></table:table-cell></table:table-row></table:table>',
].join('')
/** A rectangle without words, in centimetres. */
const rectangle = ([x, y, width, height], look, more = '') =>
  `<draw:custom-shape draw:style-name="${look}" svg:x="${x}cm" svg:y="${y}cm" svg:width="${width}cm" svg:height="${height}cm" ${more}><text:p/><draw:enhanced-geometry draw:type="rectangle"/></draw:custom-shape>`
const graphics = (name, attributes) => style(name, 'graphic', `<style:graphic-properties ${attributes}/>`)
const black = 'draw:fill="solid" draw:fill-color="#000000"'
const drawnStyles =
  graphics('over', `${black} style:run-through="foreground" style:wrap="run-through"`) +
  graphics('behind', `${black} style:run-through="background" style:wrap="run-through"`) +
  graphics('wrapped', `${black} style:wrap="parallel"`) +
  graphics('sheer', `${black} draw:opacity="40%" style:wrap="run-through"`) +
  graphics('empty', 'draw:fill="none" style:wrap="run-through"') +
  style('Bar', 'text', characters('fo:color="#000000" fo:background-color="#000000"'))
const anchored = 'text:anchor-type="paragraph"'
const drawnOver = [
  p(`北原县粮库三号仓位置${rectangle([0.1, 0.1, 5, 0.6], 'over', anchored)}`),
  p('联系人<text:span text:style-name="Bar">住城关镇北街</text:span>'),
  p(`垫在下面${rectangle([0.1, 0.1, 5, 0.6], 'behind', anchored)}`),
  p(`四周型环绕${rectangle([0.1, 0.1, 5, 0.6], 'wrapped', anchored)}`),
  p(`半透明的底纹${rectangle([0.1, 0.1, 5, 0.6], 'sheer', anchored)}`),
  p(`没有填充${rectangle([0.1, 0.1, 5, 0.6], 'empty', anchored)}`),
  p(`画在右边${rectangle([9, 0.1, 5, 0.6], 'over', anchored)}`),
  p(`按页面摆放${rectangle([0.1, 0.1, 5, 0.6], 'over', 'text:anchor-type="page"')}`),
].join('')

const textStyles =
  style('T1', 'text', characters('fo:font-weight="bold"')) +
  style('H', 'text', characters('text:display="none"')) +
  style('W', 'text', characters('fo:color="#ffffff"'))

const cell = (inner, attributes = '') => `<table:table-cell ${attributes}>${inner}</table:table-cell>`
const sheets =
  `<table:content-validations><table:content-validation table:name="v1" table:condition='cell-content-is-in-list("绝密";"机密")'><table:help-message table:title="填写提示"><text:p>请按密级填写</text:p></table:help-message></table:content-validation></table:content-validations>` +
  `<table:table table:name="公开"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell(p('看得见'))}${cell(p('隐藏列'))}</table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row table:visibility="collapse">${cell(p('隐藏行'), 'table:number-columns-repeated="3"')}${cell(p('重复之后'))}</table:table-row><table:table-row>${cell(p('公开'), `table:formula='of:=IF([.B1]>0;"秘密★10年";"公开")'`)}${cell(`<office:annotation><dc:creator>李四</dc:creator><text:p>不要公开</text:p></office:annotation>${p('有批注')}`)}</table:table-row></table:table>` +
  `<table:table table:name="底稿" table:style-name="ta2"><table:table-row>${cell(p(mark))}</table:table-row></table:table>`

const cases = {
  text: [
    'odt',
    () =>
      pack('text', {
        'content.xml': content('text', textBody, textStyles),
        'styles.xml': master(
          '<style:header><text:p>内部资料</text:p></style:header><style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer>',
        ),
        'settings.xml': xml('document-settings', '<office:settings/>'),
        'Pictures/a.png': drawn('检查通知', ['png:-']),
        'Thumbnails/thumbnail.png': drawn('缩略', ['png:-'], '40x40'),
        'Object 1/content.xml': content('text', p('内嵌对象里的字')),
        'ObjectReplacements/Object 1': Buffer.from('VCLMTF....'),
        'Basic/Standard/Module1.xml':
          '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script">Sub 说明() rem 内部工具</script:module>',
        'Configurations2/accelerator/current.xml': '',
      }),
  ],
  'drawn-over': ['odt', () => pack('text', { 'content.xml': content('text', drawnOver, drawnStyles) })],
  'slide-covers': [
    'odp',
    () =>
      pack('presentation', {
        'content.xml': content(
          'presentation',
          `<draw:page draw:name="page1">${rectangle([1, 8, 12, 2], 'over')}${frame([1, 8, 12, 2], box('写在黑底上的字'))}${frame([1, 1, 12, 1.2], box('北原县粮库三号仓位置'))}${rectangle([1, 1, 9, 1], 'over')}${frame([1, 4, 12, 1.2], box('大块图形下面'))}${rectangle([0, 3, 27, 4.5], 'over')}${frame([1, 12, 12, 1.2], box('动画盖住的字'))}${rectangle([1, 12, 9, 1], 'over', 'draw:id="moving"')}${frame([1, 15, 12, 1.2], box('半透明下面'))}${rectangle([1, 15, 9, 1], 'sheer')}<anim:par xmlns:anim="${oasis}animation:1.0" xmlns:smil="${oasis}smil-compatible:1.0"><anim:set smil:targetElement="moving"/></anim:par><presentation:notes>${frame([1, 1, 5, 5], box('备注'))}</presentation:notes></draw:page>`,
          drawnStyles,
        ),
        'styles.xml': master('', 'fo:page-width="28cm" fo:page-height="21cm"'),
      }),
  ],
  'pressed-letters': [
    'odt',
    () =>
      pack('text', {
        'content.xml': content(
          'text',
          [
            p('<text:span text:style-name="narrow">压扁的字</text:span>后文'),
            p('<text:span text:style-name="slim">稍窄的字</text:span>'),
            p('行距压成零', 'text:style-name="flat"'),
            p('行距照常', 'text:style-name="loose"'),
          ].join(''),
          style('narrow', 'text', characters('style:text-scale="1%"')) +
            style('slim', 'text', characters('style:text-scale="80%"')) +
            style('flat', 'paragraph', '<style:paragraph-properties fo:line-height="0.02cm"/>') +
            style('loose', 'paragraph', '<style:paragraph-properties fo:line-height="150%"/>'),
        ),
      }),
  ],
  'pressed-rows': [
    'ods',
    () =>
      pack('spreadsheet', {
        'content.xml': content(
          'spreadsheet',
          `<table:table table:name="表"><table:table-column/><table:table-column table:style-name="thin"/><table:table-row table:style-name="tall">${cell(p('看得见'))}${cell(p('列宽为零'))}</table:table-row><table:table-row table:style-name="flat">${cell(p('行高为零'))}</table:table-row><table:table-row table:style-name="own">${cell(p('行高自动'))}</table:table-row></table:table>`,
          style('thin', 'table-column', '<style:table-column-properties style:column-width="0cm"/>') +
            style('tall', 'table-row', '<style:table-row-properties style:row-height="0.5cm"/>') +
            style(
              'flat',
              'table-row',
              '<style:table-row-properties style:row-height="0cm" style:use-optimal-row-height="false"/>',
            ) +
            style(
              'own',
              'table-row',
              '<style:table-row-properties style:row-height="0cm" style:use-optimal-row-height="true"/>',
            ),
        ),
      }),
  ],
  outline: [
    'ods',
    () =>
      pack('spreadsheet', {
        'content.xml': content(
          'spreadsheet',
          `<table:table table:name="表"><table:table-row-group table:display="false"><table:table-row table:visibility="collapse">${cell(p('分级折叠的行'))}</table:table-row></table:table-row-group><table:table-row table:visibility="collapse">${cell(p('隐藏的行'))}</table:table-row><table:table-row>${cell(p('看得见'))}</table:table-row></table:table>`,
        ),
      }),
  ],
  sheets: [
    'ods',
    () =>
      pack('spreadsheet', {
        'content.xml': content(
          'spreadsheet',
          sheets,
          style('ta2', 'table', '<style:table-properties table:display="false"/>'),
        ),
        'styles.xml': master('<style:header><text:p>秘密★5年</text:p></style:header>'),
      }),
  ],
  slides: [
    'odp',
    () =>
      pack('presentation', {
        'content.xml': content(
          'presentation',
          `<draw:page draw:name="page1">${frame([0.5, 0.3, 6, 1], box(mark, '第二段'))}${frame([40, 1, 5, 1], box('幻灯片以外'))}${frame([1, 5, 8, 2], box('白字'), 'draw:style-name="blue"')}<presentation:notes>${frame([1, 1, 5, 5], box('汇报材料，会后收回'))}</presentation:notes></draw:page><draw:page draw:name="不放映" draw:style-name="dp2">${frame([1, 1, 6, 1], box('隐藏的幻灯片'))}</draw:page><draw:page draw:name="page3"/>`,
          style('dp2', 'drawing-page', '<style:drawing-page-properties presentation:visibility="hidden"/>') +
            style(
              'blue',
              'graphic',
              '<style:graphic-properties draw:fill="solid" draw:fill-color="#003366"/>',
            ),
        ),
        'styles.xml': master(
          `${frame([20, 0.2, 5, 1], box('内部资料'))}${frame([1, 1, 20, 2], box('单击编辑标题'), 'presentation:placeholder="true"')}`,
          'fo:page-width="28cm" fo:page-height="21cm"',
        ),
      }),
  ],
  symbols: [
    'odt',
    () =>
      pack('text', {
        'content.xml': content(
          'text',
          p('机密<text:span text:style-name="S">\u00ab</text:span>20年'),
          style('S', 'text', characters('style:font-name="Wingdings"')),
        ),
      }),
  ],
  // Values beside the text: told where they say something else, also in a field; a comment is no text of its cell.
  'stated-values': [
    'ods',
    () =>
      pack('spreadsheet', {
        'content.xml': content(
          'spreadsheet',
          `<table:table table:name="一"><table:table-row>${[
            '<table:table-cell office:value-type="string" office:string-value="机密★10年"/>',
            `<table:table-cell office:value-type="string" office:string-value="内部资料">${p('序号')}</table:table-cell>`,
            `<table:table-cell office:value-type="string" office:string-value="两个\n 词语">${p('两个')}${p('词<text:s/>语')}</table:table-cell>`,
            `<table:table-cell office:value-type="string" office:string-value="批注里的话"><office:annotation>${p('批注里的话')}</office:annotation>${p('格子')}</table:table-cell>`,
            `<table:table-cell>${p('<text:expression office:string-value="秘密">公开</text:expression>')}</table:table-cell>`,
          ].join('')}</table:table-row></table:table>`,
        ),
      }),
  ],
  encrypted: [
    'odt',
    () =>
      pack(
        'text',
        { 'content.xml': Buffer.from('5f8a11', 'hex'), 'styles.xml': Buffer.from('77aa', 'hex') },
        ['content.xml', 'styles.xml']
          .map(
            (name) =>
              `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>`,
          )
          .join(''),
      ),
  ],
  'no-content': ['odt', () => pack('text', { 'Pictures/a.png': drawn('检查通知', ['png:-']) })],
  broken: [
    'odt',
    () => pack('text', { 'content.xml': content('text', p('断之前') + p('断之后')).slice(0, -70) }),
  ],
  entities: [
    'odt',
    () =>
      pack('text', {
        'content.xml': content('text', p('前&b;后')).replace(
          '?>',
          '?><!DOCTYPE x [<!ENTITY a "机密"><!ENTITY b "&a;&a;">]>',
        ),
      }),
  ],
  deep: [
    'odt',
    () =>
      pack('text', {
        'content.xml': content(
          'text',
          '<text:section>'.repeat(100_000) + p('深处') + '</text:section>'.repeat(100_000),
        ),
      }),
  ],
  'cut-off': ['odt', () => pack('text', { 'content.xml': content('text', p(mark)) }).subarray(0, 500)],
}

const wanted = process.argv.slice(2)
for (const [name, [extension, build]] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = new URL(`../../fixtures/extract/odf/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = build()
  writeFileSync(new URL(`input.${extension}`, folder), bytes)
  console.log(name, bytes.length)
}
