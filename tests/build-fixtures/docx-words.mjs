/** Words that no run holds: drawn from a field's code, set by automatic numbering, spelled out over cells. */
import * as w from './docx-writer.mjs'

const { p, raw, root, run } = w
const field = (code, properties = '') =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const simple = (code, inner = '') => `<w:fldSimple w:instr=" ${code} ">${inner}</w:fldSimple>`
const numbered = (list, level, ...runs) =>
  p(`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`, ...runs)
const styled = (style, ...runs) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, ...runs)
const level = (at, text, { start = 1, format = 'decimal', more = '' } = {}) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id, levels, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.join('')}</w:abstractNum>`
const use = (id, of, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const spelled = (texts) => w.row(texts.map((text) => w.cell(text)))

export const words = ({ letter }) => ({
  'field-words': {
    'input.docx': w.docx([
      p(field('EQ \\o(\\s\\up 5(内部),\\s\\do 2(资料))')),
      p(field('EQ \\o\\ac(○,内)'), field('EQ \\o\\ac(□,部)'), '资料'),
      p(
        field('EQ \\* jc2 \\* &quot;Font:宋体&quot; \\* hps16 \\o\\ad(\\s\\up 15(nèi),内)'),
        field('EQ \\* jc2 \\* &quot;Font:宋体&quot; \\* hps16 \\o\\ad(\\s\\up 15(bù),部)'),
        '资料',
      ),
      p(field('MACROBUTTON NoMacro 内部资料')),
      p('内部', field('SYMBOL 9733 \\u \\f &quot;宋体&quot;'), '资料'),
      p(simple('QUOTE &quot;内部资料&quot;')),
      p(simple('QUOTE &quot;内部资料&quot;', run('公开资料'))),
      p(field('MACROBUTTON NoMacro 隐藏的按钮', '<w:vanish/>')),
      p(w.field('EQ \\x(内部资料)', run('另一个结果'))),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\x(</w:instrText></w:r>${simple('QUOTE 里', run('内部'))}<w:r><w:instrText>资料)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      ...letter,
    ]),
  },
  'numbering-words': {
    'input.docx': w.docx(
      [
        numbered(1, 0, ''),
        numbered(1, 1, '第一段'),
        numbered(1, 1, '第二段'),
        numbered(2, 0, '另起的编号'),
        numbered(3, 0, '只有数字'),
        styled('Listed', '样式里的编号'),
        numbered(4, 0, '看不见的编号'),
        numbered(9, 0, '没有这个列表'),
        ...letter,
      ],
      {
        'word/numbering.xml': root(
          'w:numbering',
          [
            list(0, [
              level(0, '内部★%1年', { start: 10 }),
              level(1, '（内部%1-%2）', { format: 'chineseCounting' }),
            ]),
            list(1, [level(0, '第%1条')]),
            list(2, [level(0, '密字%1号', { more: '<w:suff w:val="space"/><w:pStyle w:val="Listed"/>' })]),
            list(3, [level(0, '藏%1', { more: '<w:rPr><w:vanish/></w:rPr>' })]),
            use(1, 0),
            use(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride>'),
            use(3, 1),
            use(4, 3),
            use(5, 2),
          ].join(''),
        ),
        'word/styles.xml': root(
          'w:styles',
          '<w:style w:type="paragraph" w:styleId="Listed"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>',
        ),
      },
    ),
  },
  'spelled-cells': {
    'input.docx': w.docx([
      w.table([spelled(['内', '部', '★', '10', '年'])]),
      p('表间'),
      w.table(['内', '部', '资', '料'].map((text) => spelled([text, '说明文字']))),
      p('表间'),
      w.table([
        spelled(['1', '2', '3', '√']),
        spelled(['甲', '5', '6', '—']),
        spelled(['公', '开', '否', '']),
      ]),
      p(raw('<w:t>表后</w:t>')),
    ]),
  },
})
