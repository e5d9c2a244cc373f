/** Builds fixtures/extract/{doc,ppt}/drawn-over: things drawn over text and beside it, as LibreOffice saves them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutThumbnail } from './cfb-read.mjs'
import { drawn } from './ofd-pictures.mjs'
import { writeCases } from './write-cases.mjs'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const names = { office: 'office', text: 'text', style: 'style', table: 'table', draw: 'drawing', presentation: 'presentation', svg: 'svg-compatible', fo: 'xsl-fo-compatible' } // prettier-ignore
const declared = Object.entries(names)
  .map(([prefix, name]) => `xmlns:${prefix}="${oasis}${name}:1.0"`)
  .join(' ')
const flat = (kind, styles, inner, masters = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${declared} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${styles}</office:automatic-styles><office:master-styles>${masters}</office:master-styles><office:body><office:${kind}>${inner}</office:${kind}></office:body></office:document>`
const p = (inner, style = '') => `<text:p ${style && `text:style-name="${style}"`}>${inner}</text:p>`

const placed =
  'style:number-wrapped-paragraphs="no-limit" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph"'
const graphics = (name, attributes, more = '') =>
  `<style:style style:name="${name}" style:family="graphic"><style:graphic-properties draw:stroke="none" ${attributes} ${placed}/>${more}</style:style>`
const black = 'draw:fill="solid" draw:fill-color="#000000"'
const through = 'style:wrap="run-through" style:run-through="foreground"'
const onPage = placed.replaceAll('rel="paragraph"', 'rel="page"')
const styles =
  graphics('over', `${black} ${through}`) +
  graphics('behind', `${black} style:wrap="run-through" style:run-through="background"`) +
  graphics('wrapped', `${black} style:wrap="parallel"`) +
  graphics('sheer', `${black} draw:opacity="40%" ${through}`) +
  graphics('empty', `draw:fill="none" ${through}`) +
  graphics('on-page', `${black} ${through}`).replace(placed, onPage) +
  '<style:style style:name="middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>'

const anchored = 'text:anchor-type="paragraph"'
const sides = ([x, y, width, height]) =>
  `svg:x="${x}cm" svg:y="${y}cm" svg:width="${width}cm" svg:height="${height}cm"`
const shape = (box, look, words = '', more = anchored, kind = 'rectangle') =>
  `<draw:custom-shape draw:style-name="${look}" ${sides(box)} ${more}><text:p>${words}</text:p><draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="${kind}" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 Z N"/></draw:custom-shape>`
const png = drawn('图', ['-resize', '8x8!', 'png:-'], '20x20').toString('base64')
const picture = (box) =>
  `<draw:frame draw:style-name="over" ${sides(box)} ${anchored}><draw:image><office:binary-data>${png}</office:binary-data></draw:image></draw:frame>`

const line = [0, 0.05, 5.2, 0.5]
const writer = [
  ['over', p(`${shape(line, 'over')}北原县粮库三号仓位置`)],
  ['middle', p(`${shape([5.5, 0.05, 5.2, 0.5], 'over')}居中的一行被盖住`, 'middle')],
  ['round', p(`${shape(line, 'over', '', anchored, 'round-rectangle')}圆角的框也盖得住`)],
  ['picture', p(`${picture(line)}图片压住的一行文字`)],
  ['beside', p(`${shape([11, 0.05, 5.2, 0.5], 'over')}图形画在右边`)],
  ['behind', p(`${shape(line, 'behind')}图形垫在下面`)],
  ['wrapped', p(`${shape(line, 'wrapped')}四周型环绕`)],
  ['sheer', p(`${shape(line, 'sheer')}半透明的图形`)],
  ['empty', p(`${shape(line, 'empty')}没有填充`)],
  ['words', p(`${shape(line, 'over', '框里另有文字')}有字的文本框`)],
  ['blank', p(`${shape(line, 'over', ' ')}空白文本框盖住的字`)],
  ['page', p(`${shape(line, 'on-page')}按页面摆放`)],
]
  .map(([, paragraph]) => paragraph)
  .join('')

const onSlide = ''
const words = (box, text, look = 'plain', style = '') =>
  `<draw:frame draw:style-name="${look}" ${sides(box)}><draw:text-box>${p(style ? `<text:span text:style-name="${style}">${text}</text:span>` : text)}</draw:text-box></draw:frame>`
const bar = (box, look = 'over', text = '') => shape(box, look, text, onSlide)
const title = (box, text) =>
  `<draw:frame presentation:class="title" ${sides(box)}><draw:text-box>${p(text)}</draw:text-box></draw:frame>`
const slide = (look, ...shapes) =>
  `<draw:page draw:name="${look}" draw:style-name="${look}" draw:master-page-name="Standard">${shapes.join('')}</draw:page>`
const letters = (name, colour, more = '') =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties fo:color="${colour}" ${more}/></style:style>`
const slideStyles =
  styles +
  graphics('plain', 'draw:fill="none"') +
  graphics('panel', 'draw:fill="solid" draw:fill-color="#ddeeff"') +
  letters('white', '#ffffff') +
  letters('black', '#000000') +
  letters('tiny', '#000000', 'fo:font-size="1pt" style:font-size-asian="1pt"') +
  '<style:style style:name="light" style:family="drawing-page"><style:drawing-page-properties presentation:background-visible="true"/></style:style>' +
  '<style:style style:name="dark" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="#0b1f4d" presentation:background-visible="true"/></style:style>' +
  '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>'
const slides = [
  slide(
    'light',
    title([2, 0.5, 24, 2], '各县春季造林工作汇报'),
    words([1, 3, 12, 1.2], '北原县粮库三号仓位置'),
    bar([1, 3, 9, 1.2]),
    words([1, 5, 12, 1.2], '大块图形下面的文字'),
    bar([0, 4.6, 27, 3]),
    words([1, 8, 12, 1.2], '图形只盖住一角的文字'),
    bar([1, 8, 2, 1.2]),
    words([1, 10, 12, 1.2], '半透明的图形下面'),
    bar([1, 10, 9, 1.2], 'sheer'),
    bar([1, 12, 12, 1.2]),
    words([1, 12, 12, 1.2], '写在黑底上的白字', 'plain', 'white'),
    words([1, 13.6, 12, 1.2], '白底上的白字', 'plain', 'white'),
    words([14, 10, 12, 1.2], '黑底上的黑字', 'over', 'black'),
    words([14, 3, 12, 1.2], '小得看不见的字', 'plain', 'tiny'),
    words([14, 12, 12, 1.2], '没有填充的图形下面'),
    bar([14, 12, 9, 1.2], 'empty'),
    words([14, 8, 12, 1.2], '被有字的图形压住'),
    bar([14, 8, 9, 1.2], 'panel', '上面的字'),
    `<draw:g>${words([14, 13.6, 12, 1.2], '组合里被盖住的字')}${bar([14, 13.6, 8, 1.2])}</draw:g>`,
  ),
  slide('light', title([2, 0.5, 24, 2], '标题被黑条盖住'), bar([2, 0.5, 6, 1.2])),
  slide(
    'dark',
    words([1, 3, 12, 1.2], '深色背景上的白字', 'plain', 'white'),
    bar([1, 6, 20, 8], 'panel'),
    words([2, 7, 12, 1.2], '浅色面板上的黑字', 'plain', 'black'),
    words([2, 9, 12, 1.2], '面板上的一组文字'),
  ),
]
const slideMaster = '<style:master-page style:name="Standard" style:page-layout-name="L"/>'

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'))
function converted(kind, text, extension, filter) {
  const from = join(folder, `input.${kind}`)
  writeFileSync(from, text)
  const target = `${extension}:${filter}`
  execFileSync('soffice', ['--headless', '--convert-to', target, '--outdir', folder, from])
  return withoutThumbnail(readFileSync(join(folder, `input.${extension}`)))
}

writeCases('doc', {
  'drawn-over': { 'input.doc': converted('fodt', flat('text', styles, writer), 'doc', 'MS Word 97') },
})
writeCases('ppt', {
  'drawn-over': {
    'input.ppt': converted(
      'fodp',
      flat('presentation', slideStyles, slides.join(''), slideMaster),
      'ppt',
      'MS PowerPoint 97',
    ),
  },
})
rmSync(folder, { recursive: true, force: true })
