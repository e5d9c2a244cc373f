/** Builds fixtures/extract/svg/<case>/input.svg: texts, hidden texts, letters as shapes, bombs. */
import { writeCases } from './write-cases.mjs'

const svg = (body, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 600 400"${more}>${body}</svg>`
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
const zigzag = `M0 0${Array.from({ length: 20 }, (_, at) => `L${at * 10} ${(at % 2) * 10}`).join('')}z`
const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join(
  '',
)
const groups = Array.from(
  { length: 9 },
  (_, at) => `<g id="g${at + 1}">${`<use xlink:href="#g${at}"/>`.repeat(10)}</g>`,
).join('')

writeCases('svg', {
  words: {
    'input.svg': `<?xml version="1.0"?><!-- 内部草稿 -->${svg(
      `<title>标题</title><metadata><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">张三</dc:creator></metadata>
<g transform="translate(10,20) scale(2)"><text x="5" y="30" font-size="20">机密<tspan font-weight="bold">★10年</tspan><tspan x="5" dy="1.5em">第二行</tspan></text></g>
<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><p>段<b>落</b></p></div></foreignObject><rect aria-label="图例"/>`,
    )}`,
  },
  hidden: {
    'input.svg': svg(
      '<style>.h{display:none}</style><text class="h">不显示</text><g visibility="hidden"><text>看不见<tspan visibility="visible">又看见</tspan></text></g><text opacity="0">透明</text><text fill="none">无色</text><text x="5000" y="5">在外面</text>',
    ),
  },
  covers: {
    'input.svg': svg(
      `<text x="20" y="30">黑色的标题文字</text><text x="20" y="60">北原县粮库三号仓位置</text><rect x="18" y="45" width="170" height="20"/><text x="20" y="100">面板盖住的文字</text><rect x="0" y="80" width="590" height="60" fill="#ddeeff"/><text x="20" y="170" fill="#fff">白纸上的白字</text><rect x="18" y="185" width="150" height="20" fill="navy"/><text x="20" y="200" fill="#000080">色块上同色的字</text><g transform="scale(0)"><text x="20" y="230">缩成没有的字</text></g>`,
    ),
  },
  'covers-clean': {
    'input.svg': svg(
      `<text x="20" y="30">黑色的标题文字</text><rect x="18" y="45" width="170" height="20"/><text x="20" y="60" fill="white">写在黑底上的白字</text><text x="20" y="100">半透明色块下的字</text><rect x="18" y="85" width="170" height="20" fill="yellow" fill-opacity=".4"/><text x="20" y="280">样式半透明的色块下</text><rect x="18" y="265" width="170" height="20" style="fill:#ff0;fill-opacity:.4"/><text x="20" y="320">渐变下面的字</text><rect x="18" y="305" width="170" height="20" fill="url(#g)"/><text x="20" y="130">只盖住一角的文字</text><rect x="18" y="115" width="20" height="20"/><defs><rect x="0" y="140" width="600" height="40"/></defs><text x="20" y="160">定义里的形状不画</text><path d="M0 180h600v40h-600z"/><text x="20" y="200" fill="#fff">写在路径上的白字</text><rect x="18" y="225" width="170" height="20" fill="none" stroke="red"/><text x="20" y="240">方框里的字</text><rect x="18" y="225" width="170" height="20" fill="none" stroke="red"/>`,
    ),
  },
  'white-sign': { 'input.svg': svg('<text x="20" y="30" fill="#ffffff">某某县人民政府</text>') },
  shapes: { 'input.svg': svg(`<path d="${zigzag}"/>`) },
  sign: { 'input.svg': svg('<path d="M0 0L1 1L2 0z"/>') },
  inside: {
    'input.svg': svg(
      `<image xlink:href="${dot}"/><image href="data:image/svg+xml,${encodeURIComponent(svg('<text>里层</text>'))}"/><image href="http://oa.example.invalid/p.png"/>`,
    ),
  },
  'named-namespaces': {
    'input.svg': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"><text>正文</text></svg>`,
  },
  entities: { 'input.svg': `<!DOCTYPE svg [<!ENTITY a0 "x">${entities}]>${svg('<text>&a9;</text>')}` },
  uses: { 'input.svg': svg(`<defs><path id="g0" d="${zigzag}"/>${groups}</defs><use xlink:href="#g9"/>`) },
  'cut-off': { 'input.svg': svg('<text>开头</text><text>后面').slice(0, -8) },
})
