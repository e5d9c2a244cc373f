/** Builds fixtures/extract/pptx/<case>/input.pptx. Needs ImageMagick for one picture; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawn } from './ofd-pictures.mjs'
import { namespaces, packageOf, relationships, xml } from './ooxml-writer.mjs'
import { zipOf } from './zip.mjs'

const ns = namespaces.slides
const slideTypes = 'application/vnd.openxmlformats-officedocument.presentationml.'
const mark = '机密★20年'
const emu = (points) => Math.round(points * 12700)
let id = 10

const run = (said, properties = '') => `<a:r>${properties}<a:t>${said}</a:t></a:r>`
const paragraph = (runs, properties = '') =>
  `<a:p>${properties}${[runs]
    .flat()
    .map((one) => (one.startsWith('<') ? one : run(one)))
    .join('')}</a:p>`
const transform = (box, name = 'a:xfrm', rest = '') =>
  box
    ? `<${name}><a:off x="${emu(box[0])}" y="${emu(box[1])}"/><a:ext cx="${emu(box[2])}" cy="${emu(box[3])}"/>${rest}</${name}>`
    : ''

/** A text box at `box`, in points. */
function shape(
  box,
  paragraphs,
  { name = '文本框 1', own = '', placeholder = '', fill = '', body = '<a:bodyPr/>' } = {},
) {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id++}" name="${name}" ${own}/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr>${transform(box)}${fill}</p:spPr><p:txBody>${body}${[
    paragraphs,
  ]
    .flat()
    .map((one) => (one.startsWith('<a:p>') ? one : paragraph(one)))
    .join('')}</p:txBody></p:sp>`
}
const solid = (colour) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const coloured = (said, inner) => run(said, `<a:rPr>${inner}</a:rPr>`)

function picture(box, relationship, { own = '', crop = '' } = {}) {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id++}" name="图片 1" ${own}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relationship}"/>${crop}</p:blipFill><p:spPr>${transform(box)}</p:spPr></p:pic>`
}

const part = (kind, shapes, { attributes = '', before = '', after = '' } = {}) =>
  xml(
    `<p:${kind} ${ns} ${attributes}><p:cSld>${before}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>${after}</p:${kind}>`,
  )

const theme = xml(
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>',
)
const map = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"/>'
const styles =
  '<p:txStyles><p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="4400" b="1"/></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr><a:defRPr sz="2800"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="2400"/></a:lvl2pPr></p:bodyStyle></p:txStyles>'
const white = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'

const usual = {
  'ppt/theme/theme1.xml': theme,
  'ppt/slideMasters/slideMaster1.xml': part(
    'sldMaster',
    shape([36, 20, 648, 90], '单击此处编辑母版标题', {
      placeholder: '<p:ph type="title"/>',
      name: '标题 1',
    }) +
      shape([36, 130, 648, 350], '单击此处编辑母版文本', {
        placeholder: '<p:ph type="body" idx="1"/>',
        name: '文本 1',
      }) +
      shape([600, 5, 110, 20], '内部资料'),
    { before: white, after: map + styles },
  ),
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships(
    ['rId1', 'theme', '../theme/theme1.xml'],
    ['rId2', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
  ),
  'ppt/slideLayouts/slideLayout1.xml': part(
    'sldLayout',
    shape([36, 40, 648, 60], '版式提示', { placeholder: '<p:ph type="title"/>', name: '标题 1' }),
  ),
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([
    'rId1',
    'slideMaster',
    '../slideMasters/slideMaster1.xml',
  ]),
  'ppt/slideLayouts/slideLayout2.xml': part('sldLayout', shape([36, 40, 648, 60], '没有用到的版式上的字')),
}

/** @param {[content: string, related?: unknown[][]][]} slides */
function presentation(slides, { parts = {}, more = '', related = [] } = {}) {
  const files = { ...usual, ...parts }
  slides.forEach(([content, belongings = []], index) => {
    files[`ppt/slides/slide${index + 1}.xml`] = content
    files[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relationships(
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
      ...belongings,
    )
  })
  const list = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 10}"/>`).join('')
  files['ppt/presentation.xml'] = xml(
    `<p:presentation ${ns}><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>${more}</p:presentation>`,
  )
  files['ppt/_rels/presentation.xml.rels'] = relationships(
    ['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
    ...slides.map((_, index) => [`rId${index + 10}`, 'slide', `slides/slide${index + 1}.xml`]),
    ...related,
  )
  return packageOf('ppt/presentation.xml', files, {
    'ppt/presentation.xml': `${slideTypes}presentation.main+xml`,
  })
}

const cell = (said) => `<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>${said}</a:t></a:r></a:p></a:txBody></a:tc>`
const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="表格 1"/><p:nvPr/></p:nvGraphicFramePr>${transform([100, 200, 300, 60], 'p:xfrm')}<a:graphic><a:graphicData uri="t"><a:tbl><a:tblGrid><a:gridCol w="${emu(150)}"/><a:gridCol w="${emu(150)}"/></a:tblGrid><a:tr h="${emu(30)}">${cell('单位')}${cell('密级')}</a:tr><a:tr h="${emu(30)}">${cell('东湖区')}${cell('公开')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`

const cases = {
  slides: () =>
    presentation([
      [
        part(
          'sld',
          shape(null, '工作汇报', { placeholder: '<p:ph type="title"/>', name: '标题 1' }) +
            shape(null, ['第一点', paragraph('下一级', '<a:pPr lvl="1"/>')], {
              placeholder: '<p:ph idx="1"/>',
              name: '内容 1',
            }) +
            shape([10, 5, 200, 30], paragraph([run('机密★'), run('20'), run('年')])),
        ),
      ],
      [
        part(
          'sld',
          `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="组合 1"/></p:nvGrpSpPr><p:grpSpPr>${transform([100, 100, 200, 100], 'a:xfrm', '<a:chOff x="0" y="0"/><a:chExt cx="1000" cy="500"/>')}</p:grpSpPr>${shape([500 / 12700, 0, 500 / 12700, 100 / 12700], '组合里的字')}</p:grpSp>` +
            table +
            shape([600, 100, 40, 300], '竖排标题', { body: '<a:bodyPr vert="eaVert"/>' }) +
            shape(
              [100, 300, 200, 60],
              [paragraph('居中', '<a:pPr algn="ctr"/>'), paragraph('右对齐', '<a:pPr algn="r"/>')],
              { body: '<a:bodyPr anchor="b"/>' },
            ) +
            shape(
              [100, 400, 200, 60],
              '<a:p><a:r><a:t>一行</a:t></a:r><a:br/><a:r><a:t>另一行</a:t></a:r></a:p>',
            ),
        ),
      ],
    ]),
  unseen: () =>
    presentation([
      [
        part(
          'sld',
          [
            shape([50, 50, 200, 30], '看得见'),
            shape([800, 50, 100, 30], '幻灯片以外'),
            shape([50, 90, 200, 30], '隐藏的形状', { own: 'hidden="1"' }),
            shape([50, 130, 200, 30], paragraph(coloured('白底白字', solid('FFFFFF')))),
            shape([50, 170, 200, 30], paragraph(coloured('蓝底白字', solid('FFFFFF'))), {
              fill: solid('003366'),
            }),
            shape(
              [50, 210, 200, 30],
              paragraph(
                coloured(
                  '透明的字',
                  '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>',
                ),
              ),
            ),
            shape([50, 250, 200, 30], '盖住的字'),
            shape([40, 245, 220, 40], '', { fill: solid('000000'), name: '矩形 2' }),
            shape([50, 300, 200, 30], paragraph(run('太小的字', '<a:rPr sz="100"/>'))),
          ].join(''),
        ),
      ],
      [part('sld', shape([10, 5, 200, 30], mark), { attributes: 'show="0"' })],
    ]),
  covers: () =>
    presentation([
      [
        part(
          'sld',
          [
            shape([50, 40, 300, 30], '北原县粮库三号仓位置'),
            shape([55, 42, 190, 26], '', { fill: solid('000000'), name: '矩形 2' }),
            shape([50, 90, 300, 30], '大块图形下面的字'),
            shape([40, 80, 600, 120], '', { fill: solid('DDDDDD'), name: '矩形 3' }),
            shape([50, 220, 300, 30], '旧的标题'),
            shape([50, 220, 300, 30], '新的标题盖在上面', { fill: solid('FFFFFF') }),
            shape([50, 270, 300, 30], paragraph(coloured('黑底黑字', solid('000000'))), {
              fill: solid('000000'),
            }),
            shape(
              [50, 310, 300, 30],
              paragraph(
                coloured(
                  '突出显示的黑字',
                  `${solid('000000')}<a:highlight><a:srgbClr val="000000"/></a:highlight>`,
                ),
              ),
            ),
            shape([50, 350, 300, 30], paragraph(coloured('蓝底蓝字', solid('003366'))), {
              fill: solid('003366'),
            }),
          ].join(''),
        ),
      ],
    ]),
  grounds: () =>
    presentation(
      [
        [
          part(
            'sld',
            shape([36, 210, 300, 40], paragraph(coloured('母版深色底上的白字', solid('FFFFFF')))) +
              picture([36, 300, 300, 60], 'rId2') +
              shape([40, 310, 200, 30], paragraph(coloured('图片上的白字', solid('FFFFFF')))) +
              shape([400, 300, 200, 30], '动画盖住的字') +
              shape([390, 295, 220, 40], '', { fill: solid('000000'), name: '矩形 9' }),
            {
              after: `<p:timing><p:tnLst><p:par><p:cTn><p:tgtEl><p:spTgt spid="SHAPE"/></p:tgtEl></p:cTn></p:par></p:tnLst></p:timing>`,
            },
          ).replace(/SHAPE/, () => String(id - 1)),
          [['rId2', 'image', '../media/image1.png']],
        ],
      ],
      {
        parts: {
          'ppt/media/image1.png': drawn('图', ['png:-'], '60x20'),
          'ppt/slideMasters/slideMaster1.xml': part(
            'sldMaster',
            shape([0, 200, 720, 60], '', { fill: solid('003366'), name: '矩形 3' }),
            { before: white, after: map + styles },
          ),
        },
      },
    ),
  symbols: () =>
    presentation([
      [
        part(
          'sld',
          shape(
            [50, 50, 300, 30],
            paragraph([
              run('机密'),
              run('\uf0ab', '<a:rPr><a:sym typeface="Wingdings"/></a:rPr>'),
              run('20年'),
            ]),
          ),
        ),
      ],
    ]),
  belongings: () =>
    presentation(
      [
        [
          part(
            'sld',
            shape([50, 50, 200, 30], '正文', {
              own: 'descr="印章位置说明" title="秘密★5年"',
              name: '密级标志框',
            }) +
              picture([100, 100, 300, 200], 'rId2', {
                own: 'descr="现场照片"',
                crop: '<a:srcRect t="30000"/>',
              }),
          ),
          [
            ['rId2', 'image', '../media/image1.png'],
            ['rId3', 'notesSlide', '../notesSlides/notesSlide1.xml'],
            ['rId4', 'comments', '../comments/comment1.xml'],
            [
              'rId5',
              'http://schemas.microsoft.com/office/2018/10/relationships/comments',
              '../comments/modernComment1.xml',
            ],
            ['rId6', 'chart', '../charts/chart1.xml'],
            ['rId7', 'diagramData', '../diagrams/data1.xml'],
            ['rId8', 'oleObject', '../embeddings/oleObject1.bin'],
            ['rId9', 'hyperlink', 'http://oa.invalid/', true],
            ['rId10', 'video', 'file:///D:/会议.mp4', true],
          ],
        ],
      ],
      {
        more: '<p:extLst><p:ext><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="内部汇报部分"/></p14:sectionLst></p:ext></p:extLst>',
        related: [['rId90', 'commentAuthors', 'commentAuthors.xml']],
        parts: {
          'ppt/media/image1.png': drawn('现场照片', ['png:-']),
          'ppt/notesSlides/notesSlide1.xml': part(
            'notes',
            shape(null, ['汇报材料 机密★10年，会后收回', '第二段'], {
              placeholder: '<p:ph type="body" idx="1"/>',
            }) + shape(null, '3', { placeholder: '<p:ph type="sldNum" idx="2"/>' }),
          ),
          'ppt/comments/comment1.xml': xml(
            `<p:cmLst ${ns}><p:cm authorId="0"><p:text>这一页不要公开</p:text></p:cm></p:cmLst>`,
          ),
          'ppt/comments/modernComment1.xml': xml(
            `<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p188:cm authorId="0"><p188:replyLst><p188:reply authorId="0"><p188:txBody><a:p><a:r><a:t>已删去</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>数字涉密</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>`,
          ),
          'ppt/commentAuthors.xml': xml(
            `<p:cmAuthorLst ${ns}><p:cmAuthor id="0" name="李四"/></p:cmAuthorLst>`,
          ),
          'ppt/charts/chart1.xml': xml(
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p><a:r><a:t>图表标题</a:t></a:r></a:p></c:title></c:chart>',
          ),
          'ppt/diagrams/data1.xml': xml(
            '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>流程第一步</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
          ),
          'ppt/embeddings/oleObject1.bin': Buffer.from('内嵌对象'),
          'ppt/slides/slide9.xml': part('sld', shape([10, 5, 200, 30], '删掉却还在的幻灯片')),
          'ppt/handoutMasters/handoutMaster1.xml': part('handoutMaster', shape([10, 5, 200, 30], '讲义页眉')),
          'ppt/tags/tag1.xml': xml(`<p:tagLst ${ns}><p:tag name="来源" val="办公室"/></p:tagLst>`),
        },
      },
    ),
  'missing-slide': () =>
    packageOf(
      'ppt/presentation.xml',
      {
        'ppt/presentation.xml': xml(
          `<p:presentation ${ns}><p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst></p:presentation>`,
        ),
        'ppt/_rels/presentation.xml.rels': relationships(
          ['rId1', 'slide', 'slides/slide1.xml'],
          ['rId2', 'slide', 'slides/slide2.xml'],
        ),
        'ppt/slides/slide2.xml': part('sld', shape([10, 5, 200, 30], '还在')),
      },
      {},
    ),
  circle: () =>
    packageOf(
      'ppt/presentation.xml',
      {
        'ppt/presentation.xml': xml(
          `<p:presentation ${ns}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
        ),
        'ppt/_rels/presentation.xml.rels': relationships(['rId1', 'slide', 'slides/slide1.xml']),
        'ppt/slides/slide1.xml': part('sld', shape([10, 5, 200, 30], '正文')),
        'ppt/slides/_rels/slide1.xml.rels': relationships(
          ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
          ['rId2', 'chart', '../charts/chart1.xml'],
        ),
        'ppt/slideLayouts/slideLayout1.xml': part('sldLayout', ''),
        'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([
          'rId1',
          'slideMaster',
          '../slideMasters/slideMaster1.xml',
        ]),
        'ppt/slideMasters/slideMaster1.xml': part('sldMaster', ''),
        'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships(
          ['rId1', 'slideMaster', 'slideMaster1.xml'],
          ['rId2', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
        ),
        'ppt/charts/chart1.xml': xml('<c:chart xmlns:c="u"/>'),
        'ppt/charts/_rels/chart1.xml.rels': relationships(
          ['rId1', 'chart', 'chart1.xml'],
          ['rId2', 'chart', '../slides/slide1.xml'],
        ),
      },
      {},
    ),
  // One character a box, narrower than the character with its insets: downwards in any order, and along a row.
  'spelled-boxes': () =>
    presentation([
      [
        part(
          'sld',
          ['年', '10', '★', '密', '机'].map((said, at) => shape([40, 160 - at * 33, 31, 31], said)).join('') +
            shape([120, 160, 300, 40], '职工运动会方案') +
            ['内', '部', '资', '料'].map((said, at) => shape([120 + at * 56, 300, 32, 32], said)).join('') +
            ['①', '②', '③', 'A', 'B', 'C']
              .map((said, at) => shape([120 + at * 56, 360, 32, 32], said))
              .join(''),
        ),
      ],
    ]),
  'deep-groups': () =>
    presentation([
      [part('sld', `${'<p:grpSp>'.repeat(600)}${shape([1, 1, 9, 9], '深处')}${'</p:grpSp>'.repeat(600)}`)],
    ]),
  'broken-slide': () => presentation([[part('sld', shape([10, 5, 200, 30], '断之前')).slice(0, -60)]]),
  'no-presentation': () =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'ppt/slides/slide1.xml': part('sld', shape([10, 5, 200, 30], mark)),
    }),
  'cut-off': () => presentation([[part('sld', shape([10, 5, 200, 30], mark))]]).subarray(0, 900),
}

const wanted = process.argv.slice(2)
for (const [name, build] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = new URL(`../../fixtures/extract/pptx/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = build()
  writeFileSync(new URL('input.pptx', folder), bytes)
  console.log(name, bytes.length)
}
