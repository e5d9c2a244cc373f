/** Builds fixtures/extract/rtf/<case>/input.rtf. Needs ImageMagick for one picture; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { drawn } from './ofd-pictures.mjs'
import { oldPackage } from './ole-package.mjs'

/** GBK bytes as `\'xx`. */
const gbk = (text) =>
  [...iconv.encode(text, 'gbk')]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`))
    .join('')
/** `\u` with one `?` behind each. */
const unicode = (text) =>
  [...text]
    .map((character) => (character < '\x80' ? character : `\\u${(character.charCodeAt(0) << 16) >> 16}?`))
    .join('')
const hex = (bytes) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(.{64})/g, '$1\r\n')
const mark = '机密★20年'

const head =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun{\\*\\falt \\'cb\\'ce\\'cc\\'e5};}{\\f1\\froman\\fcharset0 Times New Roman;}{\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\fnil\\fcharset136 PMingLiU;}}{\\colortbl ;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}{\\stylesheet{\\s0 Normal;}}\r\n"

/** A filled rectangle over the beginning of the paragraph, lengths in twips. */
const drawnOver = (words = '', inner = '', left = 0) =>
  `{\\shp{\\*\\shpinst\\shpleft${left}\\shptop28\\shpright${left + 2400}\\shpbottom310\\shpwr3\\shpbxcolumn\\shpbypara${words}{\\sp{\\sn shapeType}{\\sv 1}}{\\sp{\\sn fillColor}{\\sv 0}}${inner}}}`

const cases = {
  text: () =>
    head +
    [
      gbk('关于开展检查的通知'),
      `${gbk('机密')}{\\f1 \\u9733\\'a1\\'ef}${gbk('20年')}`.replace('\\u9733', '\\uc2\\u9733'),
      unicode(mark),
      `{\\f2 \\'ab}{\\f2 \\u-3925?}`,
      `{\\f3 ${[...iconv.encode('機密文件', 'big5')].map((byte) => `\\'${byte.toString(16)}`).join('')}}`,
      `\\'bb{}\\'fa${gbk('密')} \\{braces\\} a\\~b\\_c\\emdash d\\tab e`,
      `\\b\\fs44 ${gbk('标题')}\\b0\\fs32 ${gbk('正文')}\\plain ${gbk('平常')}`,
      `{\\field{\\*\\fldinst HYPERLINK "http://oa.invalid/"}{\\fldrslt ${gbk('点此')}}}`,
      `{\\*\\bkmkstart ${gbk('附件一')}}{\\*\\bkmkend ${gbk('附件一')}}`,
    ].join('\\par\r\n') +
    `\\par\\trowd\\intbl ${gbk('单位')}\\cell ${gbk('密级')}\\cell\\row\\intbl ${gbk('东湖区')}\\cell ${gbk('公开')}\\cell\\row\\pard ${gbk('表后')}\\par}`,
  'field-words': () =>
    head +
    [
      `{\\field{\\*\\fldinst { EQ \\\\o(\\\\s\\\\up 9(${gbk('内部')}),\\\\s\\\\do 3(${gbk('资料')}))}}{\\fldrslt }}`,
      `{\\field{\\*\\fldinst { EQ \\\\o\\\\ad(\\\\s\\\\up 10(n\\u232?i),${unicode('内')})}}{\\fldrslt {}}}${gbk('部')}`,
      `{\\field{\\*\\fldinst { MACROBUTTON NoMacro ${gbk('内部资料')}}}{\\fldrslt }}`,
      `{\\field{\\*\\fldinst { QUOTE "${gbk('没有结果')}"}}}{\\field{\\*\\fldinst { QUOTE "${gbk('代码')}"}}{\\fldrslt ${gbk('结果')}}}`,
      `{\\field{\\*\\fldinst {\\v EQ \\\\x(${gbk('隐藏')})}}{\\fldrslt }}`,
      `{\\field{\\*\\fldinst { EQ \\\\x(}{\\field{\\*\\fldinst QUOTE x}{\\fldrslt ${gbk('内部')}}}{)}}{\\fldrslt }}`,
    ].join('\\par\r\n') +
    '\\par}',
  lists: () =>
    `${head}{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc0\\levelnfcn0\\levelstartat10\\levelfollow1{\\leveltext\\'05${gbk('内部★')}\\'00${gbk('年')};}{\\levelnumbers\\'04;}}{\\listlevel\\levelnfc37\\levelstartat1\\levelfollow2{\\leveltext\\'05${gbk('（内部')}\\'01${gbk('）')};}{\\levelnumbers\\'04;}}{\\listname ${gbk('名')};}\\listid1}{\\list{\\listlevel\\levelnfc0\\levelstartat1{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid2}}{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}{\\listoverride\\listid1\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat20}\\ls2}{\\listoverride\\listid2\\listoverridecount0\\ls3}}` +
    [
      '\\pard\\ls1 ',
      `\\pard\\ls1\\ilvl1 ${gbk('第一段')}\\line ${gbk('又一行')}`,
      `\\pard\\ls1\\ilvl1 ${gbk('第二段')}`,
      `\\pard\\ls2 ${gbk('另起')}`,
      `{\\listtext\\pard\\plain ${gbk('内部★21年')} }\\pard\\ls2 ${gbk('抄本已在')}`,
      `\\pard\\ls3 ${gbk('只有数字')}`,
      `\\pard\\ls9 ${gbk('没有这个列表')}`,
    ].join('\\par\r\n') +
    '\\par}',
  hidden: () =>
    head +
    [
      `${gbk('看得见')}{\\v ${gbk('隐藏')}}{\\cf1 ${gbk('白字')}}{\\cf1\\highlight2 ${gbk('蓝底白字')}}{\\fs4 ${gbk('太小')}}`,
      `${gbk('留下')}{\\deleted ${gbk(mark)}}`,
      `{\\*\\unknowndest ${gbk('不认识的地方')}}`,
      `{\\*\\themedata 0123456789}${gbk('完')}`,
    ].join('\\par\r\n') +
    '\\par}',
  shapes: () =>
    head +
    [
      `${drawnOver()}${gbk('北原县粮库三号仓位置')}`,
      `${drawnOver('\\shpfblwtxt1')}${gbk('垫在下面的图形')}`,
      `${drawnOver('\\shpwr2')}${gbk('文字绕开的图形')}`,
      `${drawnOver('', '{\\sp{\\sn fFilled}{\\sv 0}}')}${gbk('没有填充的方框')}`,
      `${drawnOver('', '{\\sp{\\sn fillOpacity}{\\sv 30000}}')}${gbk('半透明的底纹')}`,
      `${drawnOver('', '', 6000)}${gbk('画在右边')}`,
      `${drawnOver('', `{\\shptxt ${gbk('框里有字')}\\par}`)}${gbk('压着文字的文本框')}`,
    ].join('\\par\r\n') +
    '\\par}',
  // Entry 0 of the colour table is black here: as a ground it still means none.
  grounds: () =>
    head.replace('{\\colortbl ;', '{\\colortbl \\red0\\green0\\blue0;') +
    [
      `${gbk('平常的黑字')}{\\highlight0 ${gbk('没有底色')}}`,
      `{\\highlight2\\cf2 ${gbk('蓝底蓝字')}}{\\cf1\\highlight1 ${gbk('白底白字')}}`,
    ].join('\\par\r\n') +
    '\\par}',
  places: () =>
    head +
    `{\\info{\\title ${gbk('通知')}}{\\author ${gbk('张三')}}{\\keywords ${gbk('内部资料')}}{\\creatim\\yr2024}{\\*\\userprops{\\propname ${gbk('密级')}}\\proptype30{\\staticval ${gbk('秘密')}}}}` +
    `{\\*\\revtbl{Unknown;}{${gbk('李四')};}}{\\*\\docvar{${gbk('来源')}}{${gbk('办公室')}}}{\\*\\generator Test 1.0;}` +
    `{\\header ${gbk('秘密★5年')}\\par}{\\footer ${gbk('内部资料')}}` +
    `${gbk('正文')}{\\footnote ${gbk('脚注')}}{\\footnote\\ftnalt ${gbk('尾注')}}{\\*\\atnid ${gbk('王')}}{\\*\\atnauthor ${gbk('王五')}}\\chatn{\\*\\annotation{\\*\\atndate 1}${gbk('先不要公开')}}${gbk('接着说')}\\par` +
    `{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv ${gbk('图示说明')}}}{\\sp{\\sn gtextUNICODE}{\\sv ${gbk('水印字')}}}{\\shptxt ${gbk('文本框')}\\par}}{\\shprslt ${gbk('文本框')}}}` +
    `{\\field{\\*\\fldinst FORMTEXT{\\*\\formfield{\\*\\ffname x}{\\*\\ffdeftext ${gbk('请填密级')}}}}{\\fldrslt ${gbk('填写处')}}}\\par}`,
  embedded: () =>
    `${head}{\\*\\shppict{\\pict\\pngblip\r\n${hex(drawn('检查通知', ['png:-'], '120x40'))}}}{\\nonshppict{\\pict\\wmetafile8 d7cdc69a}}{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata ${hex(oldPackage('list.txt', iconv.encode('内部资料', 'gbk')))}}{\\result ${gbk('附件')}}}{\\pict\\dibitmap0\\bin44 ${'\0'.repeat(44)}}\\par}`,
  'from-html': () =>
    `${head.replace('\\deff0', '\\fromhtml1\\deff0')}{\\*\\htmltag50 <body bgcolor=navy>}\\htmlrtf {\\cf1 \\htmlrtf0 ${gbk('深底白字')}\\htmlrtf }\\par\\htmlrtf0 {\\*\\htmltag72 <!--${gbk('注释里的话')}-->}}`,
  'no-preview': () =>
    `${head}{\\*\\shppict{\\pict\\pngblip 89504e470d0a1a0a}}{\\nonshppict{\\pict\\wmetafile8 }}${gbk('对象没有预览图')}\\par}`,
  deep: () => `${head}${'{'.repeat(50_000)}${gbk('深处')}${'}'.repeat(50_000)}${gbk('后面')}\\par}`,
  'cut-off': () => `${head}${gbk('断之前')}\\par ${gbk('断在这里')}`,
  noise: () => `{\\rtf1 \\'zz\\bin999999999 \\u99999999999\\${'x'.repeat(300)} }}}}{{{{`,
}

const wanted = process.argv.slice(2)
for (const [name, build] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = new URL(`../../fixtures/extract/rtf/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = Buffer.from(build(), 'latin1')
  writeFileSync(new URL('input.rtf', folder), bytes)
  console.log(name, bytes.length)
}
