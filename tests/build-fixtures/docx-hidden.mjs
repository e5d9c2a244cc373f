/** Words that are in the file and on no page: deleted, hidden, white, tiny, transparent. */
import * as w from './docx-writer.mjs'
import { drawn } from './ofd-pictures.mjs'

const { p, run, raw, table, row, cell, deleted, root } = w
const mark = '机密★10年'
const letter = ['临江市某某局文件', '关于做好走访慰问工作的通知'].map((text) => p(text))
const white = '<w:color w:val="FFFFFF"/>'
const shade = (fill) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
/** An empty shape anchored in its paragraph; lengths in EMU. */
const shapeOver = ({ behind = 0, from = 'paragraph', top = 0, height = 260000, fill } = {}) =>
  raw(
    `<w:drawing><wp:anchor behindDoc="${behind}"><wp:positionV relativeFrom="${from}"><wp:posOffset>${top}</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="${height}"/><wp:docPr id="7" name="矩形 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr>${fill ?? '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'}</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
  )
/** As Word and WPS write a rectangle drawn over text: fill of the theme, an older form beside it. */
const drawnOver = ({
  wrap = 'None',
  left = 20000,
  top = 30000,
  size = [1900000, 240000],
  fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
  form = 'rect',
  inner = '',
} = {}) =>
  raw(
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" behindDoc="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>${left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${top}</wp:posOffset></wp:positionV><wp:extent cx="${size[0]}" cy="${size[1]}"/><wp:wrap${wrap}/><wp:docPr id="9" name="矩形 9"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr><a:prstGeom prst="${form}"/>${fill}<a:ln><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:ln></wps:spPr><wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>${inner}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="position:absolute;width:150pt;height:19pt" fillcolor="black"/></w:pict></mc:Fallback></mc:AlternateContent>`,
  )
/** As programs before 2010 write a rectangle drawn over text. */
const vmlOver = ({ shape = 'v:rect', style = '', more = 'fillcolor="black"', inner = '' } = {}) =>
  raw(
    `<w:pict><${shape} style="position:absolute;margin-left:0;margin-top:1pt;width:150pt;height:17pt;z-index:1;${style}" ${more}>${inner}</${shape.split(' ')[0]}></w:pict>`,
  )
const pictureOver = (left, height) =>
  raw(
    `<w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="column"><wp:posOffset>${left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1900000" cy="${height}"/><wp:wrapNone/><wp:docPr id="8" name="图片 8"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
  )
const shownPart = (id, crop = '') =>
  raw(
    `<w:drawing><wp:inline><wp:docPr id="5" name="图片 5"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}<a:stretch/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  )
const blue = '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>'

export const hidden = {
  deletion: {
    'input.docx': w.docx([
      p(
        '关于',
        deleted('机'),
        deleted('密★'),
        deleted('10年'),
        '<w:ins w:id="2" w:author="某某"><w:r><w:t>公开</w:t></w:r></w:ins>',
        '的通知',
      ),
      p('机', deleted('密★10年')),
      p(
        '本通知涉及',
        deleted('机密'),
        '<w:ins w:id="8" w:author="某某"><w:r><w:t>重要</w:t></w:r></w:ins>',
        '事项',
      ),
      p('编号 0001　', deleted('秘密★5年')),
      `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="某某"/></w:rPr></w:pPr>${run('机密')}</w:p>`,
      p('★10年'),
      `<w:p><w:moveFrom w:id="4" w:author="某某">${run('移走的秘密')}</w:moveFrom></w:p>`,
      `<w:p><w:moveTo w:id="5" w:author="某某">${run('移来的文字')}</w:moveTo></w:p>`,
      p(
        run(
          '格式改过',
          '<w:rPrChange w:id="6" w:author="某某"><w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr></w:rPrChange>',
        ),
      ),
      table([row([cell('删去的行：绝密')], '<w:del w:id="7" w:author="某某"/>'), row([cell('留下的行')])]),
      ...letter,
    ]),
  },
  'hidden-run': {
    'input.docx': w.docx([
      `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>${run('行距压成一磅')}</w:p>`,
      `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>${run('行距固定二十八磅')}</w:p>`,
      p(run('压扁的字', '<w:w w:val="1"/>'), run('稍窄的字', '<w:w w:val="80"/>')),
      table([
        row([cell('行高压成零')], '<w:trHeight w:val="1" w:hRule="exact"/>'),
        row([cell('行高至少一点')], '<w:trHeight w:val="1" w:hRule="atLeast"/>'),
      ]),
      p(run('机密★', '<w:vanish/>'), run('10', '<w:vanish/>'), run('年', '<w:vanish/>')),
      p('公开', run('（原秘密）', '<w:vanish/>'), run('没有隐去', '<w:vanish w:val="0"/>')),
      table([row([cell('隐藏的行：秘密')], '<w:hidden/>'), row([cell('看得见的行')])]),
      p(w.textBox(p('新版文本框'), { vml: 'style="visibility:hidden"' })),
      p(
        raw(
          '<w:pict><v:rect style="display:none"><v:textbox><w:txbxContent><w:p><w:r><w:t>不显示的框</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict>',
        ),
      ),
      ...letter,
    ]),
  },
  'shape-over': {
    'input.docx': w.docx([
      p(run('盖住的字'), shapeOver()),
      p(run('自动颜色的黑底字', '<w:highlight w:val="black"/>')),
      ...letter,
    ]),
  },
  'drawn-over': {
    'input.docx': w.docx([
      p(run('北原县粮库三号仓位置见附图'), drawnOver()),
      p(run('填充随主题样式的矩形'), drawnOver({ fill: '' })),
      p(
        run('空文本框也能盖住文字'),
        drawnOver({ inner: '<wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx>' }),
      ),
      p(run('短字'), drawnOver({ size: [5000000, 240000] })),
      p(run('照片压住的一行文字'), pictureOver(0, 240000)),
      p(vmlOver(), run('早先的矩形盖住的文字')),
      p(vmlOver({ shape: 'v:shape type="#_x0000_t202"' }), run('空的早先文本框盖住的文字')),
      ...letter,
    ]),
  },
  'cropped-picture': {
    'input.docx': w.docx(
      [
        p(run('裁过的图'), shownPart('rId1', '<a:srcRect t="30000" r="10000"/>')),
        p(run('一处裁过、一处完整'), shownPart('rId2', '<a:srcRect b="50000"/>'), shownPart('rId2')),
        p(run('只修了边'), shownPart('rId3', '<a:srcRect l="500"/>')),
      ],
      Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [`word/media/${name}.png`, drawn(name, ['png:-'], '40x20')]),
      ),
      { targets: ['a', 'b', 'c'].map((name) => ['image', `media/${name}.png`]) },
    ),
  },
  'drawn-over-clean': {
    'input.docx': w.docx([
      p(run('上下型环绕的矩形'), drawnOver({ wrap: 'TopAndBottom' })),
      p(vmlOver({ style: 'margin-left:300pt' }), run('早先的矩形在右边')),
      p(vmlOver({ style: 'z-index:-1' }), run('早先的矩形在文字下面')),
      p(vmlOver({ more: 'filled="f"' }), run('早先的方框没有填充')),
      p(vmlOver({ inner: '<v:fill opacity=".4"/>' }), run('早先的矩形半透明')),
      p(vmlOver({ inner: '<w10:wrap type="square"/>' }), run('早先的矩形四周型环绕')),
      p(vmlOver({ style: 'mso-position-vertical-relative:page' }), run('早先的矩形按页面摆放')),
      p(vmlOver({ shape: 'v:line' }), run('早先的直线')),
      p(run('四周型环绕的矩形'), drawnOver({ wrap: 'Square' })),
      p(run('画在文字右边的矩形'), drawnOver({ left: 3000000 })),
      p(run('画在文字下面的矩形'), drawnOver({ top: 420000 })),
      p(
        run('半透明的底纹矩形'),
        drawnOver({
          fill: '<a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="40000"/></a:srgbClr></a:solidFill>',
        }),
      ),
      p(run('没有填充的方框'), drawnOver({ fill: '<a:noFill/>' })),
      p(run('标题旁的箭头'), drawnOver({ form: 'rightArrow' })),
      p(
        run('压着文字的文本框'),
        drawnOver({ inner: `<wps:txbx><w:txbxContent>${p('框里有字')}</w:txbxContent></wps:txbx>` }),
      ),
      p(run('局长：'), pictureOver(600000, 500000)),
      ...letter,
    ]),
  },
  'shape-over-clean': {
    'input.docx': w.docx([
      p(run('垫在下面'), shapeOver({ behind: 1 })),
      p(run('按页面摆放'), shapeOver({ from: 'page' })),
      p(run('离得远'), shapeOver({ top: 900000 })),
      p(run('一条横线'), shapeOver({ height: 12700 })),
      p(run('一块版面'), shapeOver({ height: 2000000 })),
      p(run('没有填充'), shapeOver({ fill: '<a:noFill/>' })),
      p(run('框里有字'), w.textBox(p('看得见'), { shape: blue })),
      p(run('自动颜色的黑底纹会变白', shade('000000'))),
    ]),
  },
  'white-run': {
    'input.docx': w.docx(
      [
        p(run('机', white), run('密★', white), run('10年', '<w:color w:val="FEFEFE"/>')),
        p(
          run('主题白字', '<w:color w:themeColor="background1"/>'),
          run('自动颜色', '<w:color w:val="auto"/>'),
          run('浅灰', '<w:color w:val="BFBFBF"/>'),
        ),
        p(
          run('底色上的白字看得见', white + shade('C00000')),
          run('黑底黑字', `<w:color w:val="000000"/><w:highlight w:val="black"/>`),
        ),
        `<w:p><w:pPr>${shade('000080')}</w:pPr>${run('段落底色上的白字', white)}</w:p>`,
        table([row([cell(p(run('深色单元格', white)), shade('2F5496')), cell(p(run('白色单元格', white)))])]),
        table([row([cell(p(run('表格样式有底色，说不准', white)))])], '<w:tblStyle w:val="grid"/>'),
        p(
          w.textBox(p(run('蓝框白字', white)), { shape: blue }),
          w.textBox(p(run('无填充的框', white)), { shape: '<a:noFill/>' }),
        ),
        p(
          run('一磅字', '<w:sz w:val="2"/>'),
          run('无填充', '<w14:textFill><w14:noFill/></w14:textFill>'),
          run(
            '空心字',
            '<w14:textOutline><w14:solidFill/></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>',
          ),
          run(
            '全透明',
            '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
          ),
        ),
        ...letter,
      ],
      {
        'word/styles.xml': root(
          'w:styles',
          `<w:style w:type="table" w:styleId="grid"><w:tblStylePr w:type="firstRow"><w:tcPr>${shade('4472C4')}</w:tcPr></w:tblStylePr></w:style>`,
        ),
      },
    ),
  },
  'white-on-picture': {
    'input.docx': w.docx([
      p(
        raw(
          '<w:drawing><wp:anchor behindDoc="1"><wp:docPr id="1" name="封面"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:anchor></w:drawing>',
        ),
      ),
      p(run('封面图上的白字标题', white)),
    ]),
  },
  'dark-page': {
    'input.docx': w.docx([], {
      'word/document.xml': root(
        'w:document',
        `<w:background w:color="003366"/><w:body>${p(run('深色页面上的白字', white), run('同色的字', '<w:color w:val="003366"/>'))}</w:body>`,
      ),
    }),
  },
  watermark: {
    'input.docx': w.docx(letter, {
      'word/header1.xml': root(
        'w:hdr',
        p(
          raw(
            `<w:pict><v:shapetype id="t136"/><v:shape id="PowerPlusWaterMarkObject1" fillcolor="silver"><v:fill opacity=".5"/><v:textpath style="font-family:'宋体'" string="${mark}"/></v:shape></w:pict>`,
          ),
        ),
      ),
      'word/header2.xml': root('w:hdr', p(w.textBox(p(run('内部资料', '<w:sz w:val="144"/>'))))),
    }),
  },
  'outside-page': {
    'input.docx': w.docx([
      p(
        raw(
          `<w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset></wp:positionH><wp:extent cx="2000000" cy="400000"/><wp:docPr id="1" name="文本框 1"/><wps:wsp><wps:txbx><w:txbxContent>${p('页外的秘密')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>`,
        ),
        raw(
          `<w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="margin"><wp:posOffset>-900000</wp:posOffset></wp:positionH><wp:extent cx="2000000" cy="400000"/><wp:docPr id="2" name="文本框 2"/><wps:wsp><wps:txbx><w:txbxContent>${p('页边的文字')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>`,
        ),
        raw(
          `<w:drawing><wp:anchor behindDoc="0"><wp:docPr id="3" name="文本框 3" hidden="1"/><wps:wsp><wps:txbx><w:txbxContent>${p('隐藏的框')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>`,
        ),
        raw(
          `<w:pict><v:shape style="position:absolute;margin-left:-3000pt;margin-top:0pt"><v:textbox><w:txbxContent>${p('旧式页外的框')}</w:txbxContent></v:textbox></v:shape></w:pict>`,
        ),
      ),
      ...letter,
    ]),
  },
  ruby: {
    'input.docx': w.docx([
      p(
        ...[
          ['机', 'jī'],
          ['密', 'mì'],
        ].map(([base, above]) =>
          raw(`<w:ruby><w:rt>${run(above)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby>`),
        ),
        '★10年',
      ),
      p('<w:hyperlink r:id="rIdX1" w:tooltip="提示里的秘密"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'),
      table([row([cell('甲')])], '<w:tblCaption w:val="表的标题：机密"/>'),
    ]),
  },
  'loose-text': {
    'input.docx': w.docx([
      '<w:unknown>无名元素里的秘密</w:unknown>',
      p('<w:r><w:t>正常</w:t><w:future>未来元素里的机密</w:future></w:r>'),
      '<w:r><w:t>段落之外的文字</w:t></w:r>',
    ]),
  },
}
