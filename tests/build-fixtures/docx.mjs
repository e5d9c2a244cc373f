/** Builds fixtures/extract/docx/<case>/input.*: every place where a Word document keeps words, and how it breaks. */
import { words } from './docx-words.mjs'
import { deflateSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { hidden } from './docx-hidden.mjs'
import { damaged } from './docx-damaged.mjs'
import { around } from './docx-around.mjs'
import * as w from './docx-writer.mjs'
import { writeCases } from './write-cases.mjs'
import { zipOf } from './zip.mjs'

const { p, run, raw, table, row, cell, root } = w
const mark = '机密★10年'
const letter = ['临江市某某局文件', '临某发〔2022〕18号', '关于做好走访慰问工作的通知'].map((text) => p(text))

const styles = root(
  'w:styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="head"><w:name w:val="红头"/><w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="sub"><w:name w:val="副题"/><w:basedOn w:val="head"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="unseen"><w:name w:val="隐去"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="round1"><w:basedOn w:val="round2"/></w:style>
  <w:style w:type="paragraph" w:styleId="round2"><w:basedOn w:val="round1"/></w:style>`,
)
const styled = (style, ...runs) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, ...runs)

/** One pixel of grey. */
const png = (() => {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const whole = Buffer.alloc(body.length + 8)
    whole.writeUInt32BE(data.length, 0)
    body.copy(whole, 4)
    whole.writeUInt32BE(crc(body), body.length + 4)
    return whole
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
})()
function crc(bytes) {
  let value = -1
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return ~value >>> 0
}

const note = (id, inner, type = '') =>
  `<w:footnote w:id="${id}"${type && ` w:type="${type}"`}>${inner}</w:footnote>`
const inner = w.docx([p('绝密'), ...letter])

const texts = {
  'top-mark': { 'input.docx': w.docx([p(mark), ...letter], { 'word/styles.xml': styles }) },
  'split-runs': {
    'input.docx': w.docx([
      p('机', '密★', '10年'),
      p('秘', '<w:proofErr w:type="spellStart"/>', '密'),
      ...letter,
    ]),
  },
  'line-breaks': {
    'input.docx': w.docx([
      p(raw(`<w:t>000001</w:t><w:br/><w:t>${mark}</w:t><w:br/><w:t>特急</w:t>`)),
      p(raw('<w:t>编号</w:t><w:tab/><w:t>秘密</w:t><w:noBreakHyphen/><w:t>5年</w:t>')),
      ...letter,
    ]),
  },
  styles: {
    'input.docx': w.docx(
      [
        styled('head', '临江市某某局文件'),
        styled('sub', '副题', run('加粗', '<w:b/>'), run('小字', '<w:sz w:val="18"/>')),
        styled('round1', '样式互为基础'),
        styled('head', run('隐去的', '<w:rStyle w:val="unseen"/>'), '看得见的'),
      ],
      { 'word/styles.xml': styles },
    ),
  },
  header: {
    'input.docx': w.docx(letter, {
      'word/header1.xml': root('w:hdr', p('机', '密★', '10年')),
      'word/header2.xml': root('w:hdr', p(w.textBox(p('内部资料')))),
      'word/footer1.xml': root('w:ftr', p('第', w.field(' PAGE ', run('1')), '页')),
    }),
  },
  notes: {
    'input.docx': w.docx([p('正文', raw('<w:footnoteReference w:id="2"/>')), ...letter], {
      'word/footnotes.xml': root(
        'w:footnotes',
        note(-1, p(raw('<w:separator/>')), 'separator') + note(2, p('脚注：原件秘密★5年')),
      ),
      'word/endnotes.xml': root('w:endnotes', `<w:endnote w:id="2">${p('尾注：内部文件')}</w:endnote>`),
    }),
  },
  comment: {
    'input.docx': w.docx(
      [
        p(
          '<w:commentRangeStart w:id="0"/>',
          '本段已改',
          '<w:commentRangeEnd w:id="0"/>',
          raw('<w:commentReference w:id="0"/>'),
        ),
        ...letter,
      ],
      {
        'word/comments.xml': root(
          'w:comments',
          `<w:comment w:id="0" w:author="核稿人">${p(`原件${mark}，发布前删掉密级`)}${p('第二段')}</w:comment>`,
        ),
        'word/people.xml': root('w15:people', '<w15:person w15:author="核稿人"/>').replace(
          'w15:people ',
          'w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ',
        ),
      },
    ),
  },
  textbox: {
    'input.docx': w.docx([
      p('前', w.textBox(p(mark)), '后'),
      p(w.textBox(table([row([cell('框内表'), cell('秘密')])]))),
      p(
        '两支说法不同：',
        raw(
          `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="3" name="文本框 3"/><w:txbxContent>${p('新版')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('旧版：绝密')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
        ),
      ),
      ...letter,
    ]),
  },
  'alternate-inline': {
    'input.docx': w.docx([
      p(
        '机密',
        raw(
          '<mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>★</w:t></mc:Fallback></mc:AlternateContent>',
        ),
        '10年',
      ),
      p(
        '等级',
        raw(
          '<mc:AlternateContent><mc:Choice Requires="w14"><w:t>公开</w:t></mc:Choice><mc:Fallback><w:t>秘密</w:t></mc:Fallback></mc:AlternateContent>',
        ),
      ),
      ...letter,
    ]),
  },
  'table-cells': {
    'input.docx': w.docx([
      table([
        row([cell('密级'), cell('机密', '<w:gridSpan w:val="2"/>'), cell('保密期限')]),
        row([cell('合并', '<w:vMerge w:val="restart"/>'), cell('甲'), cell('乙'), cell('10年')]),
        row([
          cell('<w:p/>', '<w:vMerge/>'),
          cell('丙'),
          cell('丁'),
          cell(table([row([cell('表中表')])]) + p('表后')),
        ]),
      ]),
      ...letter,
      table([row([cell('第二张表')], '<w:gridBefore w:val="1"/>')]),
    ]),
  },
  symbols: {
    'input.docx': w.docx([
      p('机密', raw('<w:sym w:font="Wingdings" w:char="F0AB"/>'), '10年'),
      p('秘密', run('«', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), '5年'),
      p('绝密', raw('<w:sym w:font="宋体" w:char="2605"/>')),
    ]),
  },
  fields: {
    'input.docx': w.docx([
      p(w.field(' HYPERLINK "https://www.example.gov.cn/通知.html" ', run('链接文字'))),
      p('密级：', w.field(` IF 1 = 2 "绝密" "${w.field(' QUOTE "内层" ', run('内层结果'))}" `, run('公开'))),
      p('<w:fldSimple w:instr=" QUOTE &quot;秘密&quot; "><w:r><w:t>结果</w:t></w:r></w:fldSimple>'),
      p(
        raw(
          '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="密级"/><w:helpText w:val="请选择密级"/><w:ddList><w:listEntry w:val="机密"/><w:listEntry w:val="秘密"/></w:ddList></w:ffData></w:fldChar>',
        ),
        raw('<w:instrText> FORMDROPDOWN </w:instrText>'),
        raw('<w:fldChar w:fldCharType="end"/>'),
      ),
      `<w:sdt><w:sdtPr><w:alias w:val="密级"/><w:tag w:val="secret-level"/><w:dropDownList><w:listItem w:displayText="绝密" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${p('控件里的秘密')}</w:sdtContent></w:sdt>`,
      p(
        '<w:bookmarkStart w:id="1" w:name="机密附件"/>',
        '书签',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:bookmarkStart w:id="2" w:name="_Toc1"/>',
      ),
      p(raw('<w:fldChar w:fldCharType="begin"/>'), '没有结束的域里的文字'),
    ]),
  },
  'mention-only': {
    'input.docx': w.docx([...letter, p('培训介绍，涉密文件首页左上角应当标注“', '机密★', '10年', '”字样。')]),
  },
  'strict-namespace': {
    'input.docx': zipOf(
      Object.fromEntries(
        Object.entries(w.partsOf([p(mark), ...letter])).map(([name, text]) => [
          name,
          text
            .replaceAll(
              'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
              'http://purl.oclc.org/ooxml/wordprocessingml/main',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            ),
        ]),
      ),
    ),
  },
  'other-encodings': {
    'input.docx': w.docx(letter, {
      'word/header1.xml': Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        iconv.encode(root('w:hdr', p('页眉机密')).replace('UTF-8', 'UTF-16'), 'utf16le'),
      ]),
      'word/footer1.xml': iconv.encode(root('w:ftr', p('页脚秘密')).replace('UTF-8', 'GBK'), 'gbk'),
    }),
  },
  'embedded-files': {
    'input.docx': zipOf([
      ...Object.entries(
        w.partsOf(
          [
            p(w.picture('r:embed="rId1"', 'name="图片 1" descr="红头文件首页，机密★" title="首页扫描件"')),
            p(w.picture('r:embed="rId1"')),
            '<w:altChunk r:id="rId4"/>',
            ...letter,
          ],
          {
            'word/media/image1.png': png,
            'word/header1.xml': root('w:hdr', p('页眉')),
            'word/_rels/header1.xml.rels': w.relationships([['image', 'media/image2.png']]),
            'word/media/image2.png': png,
            'word/embeddings/Microsoft_Word_Document.docx': inner,
            'word/embeddings/oleObject1.bin': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
            'word/afchunk.htm': '<html><body><p>机密</p></body></html>',
            'word/vbaProject.bin': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
          },
          {
            defaults: { bin: 'application/vnd.openxmlformats-officedocument.oleObject', htm: 'text/html' },
            targets: [
              ['image', 'media/image1.png'],
              ['package', 'embeddings/Microsoft_Word_Document.docx'],
              ['oleObject', 'embeddings/oleObject1.bin'],
              ['aFChunk', 'afchunk.htm'],
            ],
          },
        ),
      ),
      [iconv.encode('word/embeddings/机密附件.docx', 'gbk'), inner],
      ['word\\embeddings\\反斜杠.txt', '附件'],
    ]),
  },
}

writeCases('docx', {
  ...texts,
  ...hidden,
  ...around({ letter, mark, png }),
  ...words({ letter }),
  ...damaged({ letter, mark }),
})
