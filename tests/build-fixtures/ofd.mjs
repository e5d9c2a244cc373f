/** Builds fixtures/extract/ofd/<case>/input.ofd. Needs ImageMagick and the Droid fallback font; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { subsetOf } from './font-subset.mjs'
import { drawn, jbig2 } from './ofd-pictures.mjs'
import * as ofd from './ofd-writer.mjs'
import { zipOf } from './zip.mjs'

const { text, scattered, page, document, information, body, root, simple, xml, colour, rectangle, image } =
  ofd
const droid = '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf'
const mark = '机密★20年'
const resources = (inner) => xml('Res', inner, 'BaseLoc="Res"')
const fontResource = (file) =>
  resources(
    `<ofd:Fonts><ofd:Font ID="7" FontName="仿宋">${file ? `<ofd:FontFile>${file}</ofd:FontFile>` : ''}</ofd:Font></ofd:Fonts>`,
  )
const media = (id, file, format) =>
  `<ofd:MultiMedia ID="${id}" Type="Image" Format="${format}"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia>`
const glyphText = (characters, glyphs) =>
  text(20, 20, characters, {
    font: 7,
    size: 8,
    codes: `<ofd:CGTransform CodePosition="0" CodeCount="${glyphs.length}" GlyphCount="${glyphs.length}"><ofd:Glyphs>${glyphs.join(' ')}</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="7" DeltaX="g ${glyphs.length - 1} 8">${characters}</ofd:TextCode>`,
  })
const publicRes = '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>'

const lines = [
  scattered(20, 20, mark),
  text(60, 45, '关于开展安全检查的通知', { size: 7.76, font: 2 }),
  text(20, 60, '各单位', {
    codes:
      '<ofd:TextCode X="0" Y="5" DeltaX="g 2 5.6">各单位</ofd:TextCode><ofd:TextCode X="16.8" Y="5">：</ofd:TextCode>',
  }),
  text(20, 70, '第一行第二行', {
    codes:
      '<ofd:TextCode X="0" Y="5" DeltaX="5.6 5.6 -11.2 5.6 5.6" DeltaY="0 0 8 0 0">第一行第二行</ofd:TextCode>',
  }),
  text(190, 60, '竖排文字', {
    codes: '<ofd:TextCode X="0" Y="5" DeltaX="0 0 0" DeltaY="6 6 6">竖排文字</ofd:TextCode>',
  }),
  text(20, 100, '放大的字', { attributes: 'CTM="2 0 0 2 0 0"' }),
  text(20, 150, '斜水印', {
    attributes: 'CTM="0.707 0.707 -0.707 0.707 0 0"',
    inner: colour('200 200 200', 120),
  }),
  text(20, 200, '左栏') + text(120, 200, '右栏'),
]

/** The contour of an O, stroked and not filled. */
function ring(x, y) {
  const round = (r) =>
    `M ${5 - r} 5 Q ${5 - r} ${5 - r} 5 ${5 - r} Q ${5 + r} ${5 - r} ${5 + r} 5 Q ${5 + r} ${5 + r} 5 ${5 + r} Q ${5 - r} ${5 + r} ${5 - r} 5 C`
  return `<ofd:PathObject ID="${800 + x}" Boundary="${x} ${y} 10 10"><ofd:AbbreviatedData>${round(4.5)} ${round(3)}</ofd:AbbreviatedData></ofd:PathObject>`
}

const cases = {
  text: () => simple(lines.join('')),
  patterns: () => {
    const sheet = '<ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData>'
    const filled = (id, said, more = 'Fill="true" Stroke="false"', ctm = '') =>
      `<ofd:PathObject ID="${id}" Boundary="0 0 210 297" ${more}><ofd:FillColor><ofd:Pattern Width="60" Height="20" XStep="70" YStep="40" ${ctm}><ofd:CellContent>${text(0, 5, said)}</ofd:CellContent></ofd:Pattern></ofd:FillColor>${sheet}</ofd:PathObject>`
    return simple(
      [
        lines.join(''),
        filled(900, '图案里的字'),
        filled(901, '不填充的图案', 'Fill="false" Stroke="false"'),
        filled(902, '移到页外的图案', 'Fill="true" Stroke="false"', 'CTM="1 0 0 1 -500 -500"'),
      ].join(''),
    )
  },
  'drawn-twice': () =>
    simple(
      [
        lines.join(''),
        text(20, 200, '只在下面的字'),
        rectangle(0, 0, 210, 297, '255 255 255'),
        lines.join(''),
      ].join(''),
    ),
  templates: () =>
    zipOf({
      'OFD.xml': root(body(information('第一份')), body(information('第二份'), 'Doc_1/Document.xml')),
      'Doc_0/Document.xml': document(['Pages/0.xml', 'Pages/1.xml'], {
        common: '<ofd:TemplatePage ID="50" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"/>',
      }),
      'Doc_0/Tpls/Tpl_0/Content.xml': page(
        text(20, 10, '秘密★5年') + rectangle(20, 40, 60, 8, '255 255 255'),
      ),
      'Doc_0/Pages/0.xml': page(text(20, 40, '白底上的正文'), {
        before: '<ofd:Template TemplateID="50" ZOrder="Background"/>',
      }),
      'Doc_0/Pages/1.xml': page(text(20, 60, '第二页正文'), { before: '<ofd:Template TemplateID="50"/>' }),
      'Doc_1/Document.xml': document(['Pages/0.xml']),
      'Doc_1/Pages/0.xml': page(text(20, 60, '第二份文件的正文')),
    }),
  paths: () =>
    zipOf([
      ['OFD.xml', root(body(information('路径'), '/Doc_0/Document.xml'))],
      [
        'Doc_0/Document.xml',
        document(['\\Doc_0\\Pages\\Page_0\\Content.xml', './Pages/../Pages/第二页.xml']),
      ],
      ['Doc_0/Pages/Page_0/Content.xml', page(text(20, 20, '反斜杠路径'))],
      [iconv.encode('Doc_0/Pages/第二页.xml', 'gbk'), page(text(20, 20, '国标码文件名'))],
    ]),
  annotations: () =>
    simple(text(20, 60, '正文'), {
      after: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      entries: {
        'Doc_0/Annots/Annotations.xml': xml(
          'Annotations',
          '<ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>',
        ),
        'Doc_0/Annots/Page_0/Annotation.xml': xml(
          'PageAnnot',
          `<ofd:Annot Type="Watermark" ID="9" Creator="张三"><ofd:Remark>送审稿，先不要发</ofd:Remark><ofd:Parameters><ofd:Parameter Name="来源">办公室</ofd:Parameter></ofd:Parameters><ofd:Appearance Boundary="50 100 100 50">${text(10, 10, '内部资料', { inner: colour('180 180 180', 90) })}</ofd:Appearance></ofd:Annot>` +
            `<ofd:Annot Type="Stamp" Visible="false" ID="10"><ofd:Appearance Boundary="20 20 40 10">${text(0, 0, mark)}</ofd:Appearance></ofd:Annot>`,
        ),
      },
    }),
  beside: () =>
    zipOf({
      'OFD.xml': root(
        body(
          information(
            '附件与标签',
            '<ofd:Author>李四</ofd:Author><ofd:Keywords><ofd:Keyword>检查</ofd:Keyword></ofd:Keywords><ofd:CustomDatas><ofd:CustomData Name="密级">秘密</ofd:CustomData></ofd:CustomDatas>',
          ),
        ),
      ),
      'Doc_0/Document.xml': document(['Content.xml'], {
        after:
          '<ofd:Outlines><ofd:OutlineElem Title="一、总体要求"><ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="http://oa.invalid/doc"/></ofd:Action></ofd:Actions></ofd:OutlineElem></ofd:Outlines><ofd:Bookmarks><ofd:Bookmark Name="附表"/></ofd:Bookmarks><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments><ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags><ofd:Extensions>Extensions.xml</ofd:Extensions>',
      }),
      'Doc_0/Content.xml': page(text(20, 60, '正文')),
      'Doc_0/Attachs/Attachments.xml': xml(
        'Attachments',
        '<ofd:Attachment ID="1" Name="名单"><ofd:FileLoc>list.txt</ofd:FileLoc></ofd:Attachment><ofd:Attachment ID="2" Name="丢失.txt"><ofd:FileLoc>gone.txt</ofd:FileLoc></ofd:Attachment>',
      ),
      'Doc_0/Attachs/list.txt': '内部资料，注意保存',
      'Doc_0/Tags/CustomTags.xml': xml(
        'CustomTags',
        '<ofd:CustomTag NameSpace="u"><ofd:FileLoc>Tag.xml</ofd:FileLoc></ofd:CustomTag>',
      ),
      'Doc_0/Tags/Tag.xml':
        '<t:公文 xmlns:t="u"><t:密级>机密</t:密级><t:标题><t:ObjectRef PageRef="1">12</t:ObjectRef></t:标题></t:公文>',
      'Doc_0/Extensions.xml': xml(
        'Extensions',
        '<ofd:Extension AppName="办公系统" RefId="1"><ofd:Property Name="流转意见">请会签后归档</ofd:Property></ofd:Extension>',
      ),
      'Doc_0/unreferenced.xml': '<备忘>没有人引用的部件</备忘>',
      'Doc_0/old.xml': page(text(20, 20, '旧页面')),
      'Doc_0/notes.txt': '夹带的文字',
    }),
  versions: () =>
    zipOf({
      'OFD.xml': root(
        body(
          information('版本'),
          'Doc_0/Document.xml',
          '<ofd:Versions><ofd:Version ID="1" Index="1" Current="false" BaseLoc="Doc_0/Versions/V1.xml"/></ofd:Versions>',
        ),
      ),
      'Doc_0/Document.xml': document(['Pages/1.xml']),
      'Doc_0/Pages/1.xml': page(text(20, 20, '现行版本')),
      'Doc_0/Versions/V1.xml': xml(
        'DocVersion',
        '<ofd:FileList/><ofd:DocRoot>/Doc_0/Versions/Document_1.xml</ofd:DocRoot>',
        'ID="1"',
      ),
      'Doc_0/Versions/Document_1.xml': document(['../Pages/0.xml']),
      'Doc_0/Pages/0.xml': page(text(20, 20, '绝密★长期')),
    }),
  unseen: () =>
    simple(
      [
        text(20, 20, '看得见'),
        text(20, 30, '关闭显示', { attributes: 'Visible="false"' }),
        text(20, 40, '白色字', { inner: colour('255 255 255') }),
        text(20, 50, '全透明', { inner: colour('0 0 0', 0) }),
        text(300, 60, '页面以外'),
        text(20, 70, '盖住的字'),
        rectangle(19, 69, 30, 8),
        rectangle(20, 80, 40, 8, '0 0 0'),
        text(20, 81, '黑底白字', { inner: colour('255 255 255') }),
        text(20, 95, '太小的字', { size: 0.3 }),
        text(20, 105, '不填充', { attributes: 'Fill="false"' }),
      ].join(''),
    ),
  pictures: () =>
    simple(
      image(20, 20, 60, 20, 20) +
        image(20, 50, 60, 20, 21) +
        image(20, 80, 60, 20, 22) +
        text(20, 110, '图片在上'),
      {
        common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
        entries: {
          'Doc_0/DocumentRes.xml': resources(
            `<ofd:MultiMedias>${media(20, 'a.png', 'PNG')}${media(21, 'b.jp2', 'JP2')}${media(22, 'c.jb2', 'JB2')}${media(23, 'unused.png', 'PNG')}<ofd:MultiMedia ID="24" Type="Audio"><ofd:MediaFile>d.mp3</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`,
          ),
          'Doc_0/Res/a.png': drawn('检查通知', ['png:-']),
          'Doc_0/Res/b.jp2': drawn('秘密', ['jp2:-']),
          'Doc_0/Res/c.jb2': jbig2('机密'),
          'Doc_0/Res/unused.png': drawn('没有放上页面', ['png:-']),
          'Doc_0/Res/d.mp3': 'ID3',
        },
      },
    ),
  'ocr-layer': () =>
    simple(text(20, 20, '扫描件下的文字') + image(0, 0, 210, 297, 20), {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      entries: {
        'Doc_0/DocumentRes.xml': resources(
          `<ofd:MultiMedias>${media(20, 'scan.jpg', 'JPEG')}</ofd:MultiMedias>`,
        ),
        'Doc_0/Res/scan.jpg': drawn('扫描件下的文字', ['-quality', '60', 'jpeg:-']),
      },
    }),
  'glyphs-named': () =>
    simple(glyphText('\ue001\ue002\ue003\ue004', [1, 2, 3, 4]), {
      common: publicRes,
      entries: {
        'Doc_0/PublicRes.xml': fontResource('f.ttf'),
        'Doc_0/Res/f.ttf': subsetOf(droid, '绝密长期', { named: true }),
      },
    }),
  'glyphs-bare': () =>
    simple(glyphText('    ', [1, 2, 3, 4]), {
      common: publicRes,
      entries: {
        'Doc_0/PublicRes.xml': fontResource('f.ttf'),
        'Doc_0/Res/f.ttf': subsetOf(droid, '绝密长期', { named: false }),
      },
    }),
  'hollow-letters': () => simple([0, 1, 2, 3, 4].map((at) => ring(20 + 12 * at, 40)).join('')),
  'glyphs-no-font': () =>
    simple(glyphText('\ue001\ue002', [1, 2]), {
      common: publicRes,
      entries: { 'Doc_0/PublicRes.xml': fontResource('') },
    }),
  seal: () =>
    zipOf({
      'OFD.xml': root(
        body(
          information('签章'),
          'Doc_0/Document.xml',
          '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>',
        ),
      ),
      'Doc_0/Document.xml': document(['Content.xml']),
      'Doc_0/Content.xml': page(text(20, 60, '正文')),
      'Doc_0/Signs/Signatures.xml': xml(
        'Signatures',
        '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>',
      ),
      'Doc_0/Signs/Sign_0/Signature.xml': xml(
        'Signature',
        '<ofd:SignedInfo><ofd:Provider ProviderName="示例签章" Company="示例公司" Version="1.0"/><ofd:Parameters><ofd:Parameter Name="用途">内部流转</ofd:Parameter></ofd:Parameters></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue>',
      ),
      'Doc_0/Signs/Sign_0/SignedValue.dat': sealOf('示例单位电子印章', drawn('印章', ['png:-'], '80x80')),
    }),
  'composite-circle': () =>
    simple('<ofd:CompositeObject ID="1" Boundary="0 0 210 297" ResourceID="30"/>' + text(20, 60, '正文'), {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      entries: {
        'Doc_0/DocumentRes.xml': resources(
          `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="30" Width="10" Height="10"><ofd:Content>${text(20, 20, '复合图元')}<ofd:CompositeObject ID="2" Boundary="0 0 9 9" ResourceID="30"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
        ),
      },
    }),
  'composite-flood': () => {
    const unit = (number) =>
      `<ofd:CompositeGraphicUnit ID="${number}"><ofd:Content>${`<ofd:CompositeObject ID="${number}9" Boundary="0 0 9 9" ResourceID="${number + 1}"/>`.repeat(10)}</ofd:Content></ofd:CompositeGraphicUnit>`
    const units = Array.from({ length: 20 }, (_, index) => unit(30 + index)).join('')
    return simple(
      text(20, 60, '正文') + '<ofd:CompositeObject ID="1" Boundary="0 0 210 297" ResourceID="30"/>',
      {
        common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
        entries: {
          'Doc_0/DocumentRes.xml': resources(
            `<ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits>`,
          ),
        },
      },
    )
  },
  symbols: () =>
    simple(text(20, 20, '机密') + text(31.2, 20, '\uf0ab', { font: 7 }) + text(36.8, 20, '20年'), {
      common: publicRes,
      entries: {
        'Doc_0/PublicRes.xml': resources('<ofd:Fonts><ofd:Font ID="7" FontName="Wingdings"/></ofd:Fonts>'),
      },
    }),
  'missing-page': () =>
    zipOf({
      'OFD.xml': root(body(information('缺页'))),
      'Doc_0/Document.xml': document(['Pages/0.xml', 'Pages/1.xml']),
      'Doc_0/Pages/1.xml': page(text(20, 20, '还在')),
    }),
  'no-root': () => zipOf({ 'OFD.xml': '', 'Doc_0/Pages/0.xml': page(text(20, 20, mark)) }),
  'broken-page': () =>
    zipOf({
      'OFD.xml': root(body(information('坏页'))),
      'Doc_0/Document.xml': document(['0.xml']),
      'Doc_0/0.xml': page(text(20, 20, '断在这里')).slice(0, -40),
    }),
  entities: () =>
    simple('', {
      entries: {
        'Doc_0/Pages/Page_0/Content.xml': `<!DOCTYPE x [<!ENTITY a "机密"><!ENTITY b "&a;&a;&a;&a;">]>${page(text(20, 20, '&b;')).replace(/^<\?xml[^>]*>/, '')}`,
      },
    }),
  'cut-off': () => simple(lines.join('')).subarray(0, 700),
}

function sealOf(name, picture) {
  const der = (tag, ...content) => {
    const inner = Buffer.concat(content.map((part) => Buffer.from(part)))
    const length = inner.length < 128 ? [inner.length] : [0x82, inner.length >> 8, inner.length & 255]
    return Buffer.concat([Buffer.from([tag, ...length]), inner])
  }
  const property = der(0x30, der(0x02, [3]), der(0x0c, name))
  return der(
    0x30,
    der(0x30, der(0x16, 'ES'), property, der(0x30, der(0x16, 'png'), der(0x04, picture))),
    der(0x04, [0x30, 0]),
  )
}

const wanted = process.argv.slice(2)
for (const [name, build] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = new URL(`../../fixtures/extract/ofd/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = build()
  writeFileSync(new URL('input.ofd', folder), bytes)
  console.log(name, bytes.length)
}
