/** Builds fixtures/see/sight/<case>/input.pdf: text beneath things, with clean twins. Case names ending in -clean hide nothing. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const root = new URL('../../fixtures/see/sight/', import.meta.url).pathname
const words = '北原县粮库三号仓位置'
/** The line every case is about stands here: ten characters of 16 points. */
const line = show(words, 80, 700)
const around = show('本页其他文字照常可见，不受影响，供核对之用。', 80, 600, 12)
const page = (content, more) => pdfFile(onePage(content + around, more))
const box = (x, y, width, height) => `${x} ${y} ${width} ${height} re f\n`
const tight = '0 g 76 694 170 22 re f\n'

/** A page with a grey picture of 8 by 8 pixels as /I1. */
function withPicture(content, grey = 128) {
  const objects = onePage(`${content}${around}`, { resources: '/XObject << /I1 20 0 R >>' })
  const data = Buffer.alloc(64, grey)
  return pdfFile({
    ...objects,
    20: stream(
      data,
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
  })
}

/** A page with a form XObject /X1, moved and grown, that is one black box unless said otherwise. */
function withForm(content, drawn = `0 g ${box(0, 0, 600, 800)}`) {
  const objects = onePage(`${content}${around}`, { resources: '/XObject << /X1 20 0 R >>' })
  const form =
    '/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Matrix [2 0 0 2 10 5] /Resources << /Font << /F1 5 0 R >> >>'
  return pdfFile({ ...objects, 20: stream(drawn, form) })
}

function withAnnotation(annotation) {
  return pdfFile({ ...onePage(line + around, { page: '/Annots [20 0 R]' }), 20: annotation })
}

/** The same lines leaning the other way, and so wide that nothing shows between them. */
const leaning = Array.from({ length: 60 }, (_, at) => `${80 + 3 * at} 690 m ${70 + 3 * at} 720 l S\n`).join(
  '',
)

const hatching = Array.from({ length: 60 }, (_, at) => `${70 + 3 * at} 690 m ${80 + 3 * at} 720 l S\n`).join(
  '',
)
const outer = '70 690 m 260 690 l 260 720 l 70 720 l h\n'

const cases = {
  'black-box': page(line + tight),
  'white-box': page(`${line}1 g 76 694 170 22 re f\n0 g\n`),
  'letter-boxes': page(
    line + Array.from({ length: 10 }, (_, at) => box(80 + 16 * at, 696, 15.6, 18)).join(''),
  ),
  'wide-stroke': page(`${line}20 w 76 705 m 246 705 l S\n`),
  'half-line': page(line + box(78, 694, 82, 22)),
  'text-on-colour-clean': page(`0.1 0.2 0.7 rg ${box(70, 690, 200, 30)}1 g\n${line}0 g\n`),
  'text-on-colour': page(`${line}0.1 0.2 0.7 rg ${box(76, 694, 170, 22)}0 g\n`),
  frame: page(`${line}1 w 0.9 g 76 694 170 22 re B\n0 g\n`),
  // Type with a white rim, its letters once more on top, in a frame that is not filled.
  'stroked-frame-clean': page(`70 690 200 30 re S\n${line}1 G 2 w 1 Tr\n${line}0 Tr 0 G\n${line}`),
  'stroked-frame': page(`70 690 200 30 re S\n${line}${tight}${line}0 g\n`),
  // The same words once more inside a clip that lets next to nothing through.
  'clipped-copy-clean': page(`${line}q 100 700 5 2 re W n\n${line}Q\n`),
  'clipped-copy': page(`${line}${tight}q 100 700 5 2 re W n\n${line}Q\n`),
  'frame-clean': page(`${line}1 w 70 690 200 30 re S\n`),
  'winding-clean': page(`${line}${outer}74 716 m 256 716 l 256 694 l 74 694 l h f\n`),
  winding: page(`${line}${outer}74 694 m 256 694 l 256 716 l 74 716 l h f\n`),
  'clipped-box-clean': page(`${line}q 300 690 40 30 re W n ${box(70, 690, 300, 30)}Q\n`),
  'clipped-box': page(`${line}q 76 694 170 22 re W n ${box(20, 600, 500, 200)}Q\n`),
  'clipped-round': page(
    `${line}q 60 705 m 60 727 270 727 270 705 c 270 683 60 683 60 705 c W n ${box(0, 0, 595, 842)}Q\n`,
  ),
  'clipped-twice': page(`${line}q 76 500 170 300 re W n q 20 694 500 22 re W n ${box(0, 0, 595, 842)}Q Q\n`),
  'clipped-form': withForm(`${line}q 76 694 170 22 re W n /X1 Do Q\n`),
  'clipped-form-clean': withForm(`${line}q 300 694 170 22 re W n /X1 Do Q\n`),
  'clipped-turned': page(`${line}q 76 694 170 22 re W n ${box(20, 600, 500, 200)}Q\n`, {
    page: '/Rotate 90',
  }),
  'clipped-picture': withPicture(`${line}q 76 694 170 22 re W n 500 0 0 700 40 60 cm /I1 Do Q\n`, 0),
  'clipped-picture-clean': withPicture(`${line}q 300 694 170 22 re W n 500 0 0 700 40 60 cm /I1 Do Q\n`, 0),
  'clipped-text': page(`q 300 400 40 30 re W n ${line}Q\n`),
  'clipped-text-clean': page(`q 70 690 300 30 re W n ${line}Q\n`),
  'clipped-text-form': withForm(
    `q 300 400 40 30 re W n /X1 Do Q\n`,
    `1 0 0 1 0 0 cm ${show(words, 80, 300)}`,
  ),
  'clipped-text-form-clean': withForm('/X1 Do\n', show(words, 80, 300)),
  'partial-overlap-clean': page(line + box(76, 692, 170, 9)),
  'hatching-clean': page(`${line}0.4 w ${hatching}`),
  hatching: page(`${line}5 w ${hatching}`),
  'cross-hatching-clean': page(`${line}0.4 w ${hatching}${leaning}`),
  'cross-hatching': page(`${line}5 w ${hatching}${leaning}`),
  'highlight-clean': page(`${line}/G1 gs 1 1 0 rg ${box(76, 694, 170, 22)}`, {
    resources: '/ExtGState << /G1 << /BM /Multiply >> >>',
  }),
  'drawn-twice-clean': page(`${line}1 g ${box(76, 694, 170, 22)}0 g\n${line}`),
  'repeated-letters-clean': page(line + show(words, 80.3, 700) + show(words, 80.6, 700)),
  'repeated-letters': page(line + show(words, 80.3, 700) + show(words, 80.6, 700) + tight),
  'stacked-hairlines': page(
    `${line}2 w ${Array.from({ length: 22 }, (_, at) => `76 ${694 + at} m 246 ${694 + at} l S\n`).join('')}`,
  ),
  'pen-back-and-forth': page(
    `${line}6 w 76 694 m ${Array.from({ length: 90 }, (_, at) => `${76 + 1.9 * at} ${at % 2 ? 694 : 718} l `).join('')}S\n`,
  ),
  'table-rules-clean': page(
    `${line}0.6 w ${Array.from({ length: 12 }, (_, at) => `76 ${610 + 12 * at} m 246 ${610 + 12 * at} l S\n`).join('')}`,
  ),
  // Above and below are lines of their own, which PDFium's bounds of the stroke reach.
  'wide-stroke-between-lines': page(
    `${line}${show('上面另有一行照常可见的文字', 80, 724)}${show('下面也有一行照常可见的文字', 80, 676)}20 w 76 705 m 246 705 l S\n`,
  ),
  'overwritten-clean': page(`${show('ＸＸＸＸＸＸＸＸＸＸ', 80, 700)}${tight}`),
  leaders: page(show('目录…………………………12', 80, 700) + box(112, 694, 160, 22)),
  'same-colour': page(`1 g\n${line}0 g\n`),
  'colour-of-its-panel': page(`0.1 0.2 0.7 rg ${box(70, 640, 400, 90)}${line}0 g\n`),
  'colour-of-its-box': page(`0.1 0.2 0.7 rg ${box(70, 690, 200, 30)}${line}0 g\n`),
  panel: page(
    `${line}0.9 g ${box(40, 560, 515, 220)}0 g\n${show('放在上面的另一段说明文字，比下面的长', 80, 660)}`,
  ),
  'under-picture': withPicture(`${line}q 170 0 0 22 76 694 cm /I1 Do Q\n`, 0),
  'date-under-picture': withPicture(`${show('2024年3月18日', 100, 700)}q 120 0 0 120 80 650 cm /I1 Do Q\n`),
  'date-under-picture-clean': withPicture(
    `q 120 0 0 120 80 650 cm /I1 Do Q\n${show('2024年3月18日', 100, 700)}`,
    230,
  ),
  'sandwich-clean': withPicture(`${line}q 595 0 0 842 0 0 cm /I1 Do Q\n`),
  redaction: withAnnotation('<< /Type /Annot /Subtype /Redact /Rect [76 694 246 716] >>'),
  'square-annotation': withAnnotation(
    '<< /Type /Annot /Subtype /Square /Rect [76 694 246 716] /IC [0 0 0] /C [0 0 0] /F 4 >>',
  ),
  'highlight-annotation': withAnnotation(
    '<< /Type /Annot /Subtype /Highlight /Rect [76 694 246 716] /QuadPoints [76 716 246 716 76 694 246 694] /C [0 0 0] /F 4 >>',
  ),
  'highlight-annotation-clean': withAnnotation(
    '<< /Type /Annot /Subtype /Highlight /Rect [76 694 246 716] /QuadPoints [76 716 246 716 76 694 246 694] /C [1 1 0] /F 4 >>',
  ),
  'square-annotation-clean': withAnnotation(
    '<< /Type /Annot /Subtype /Square /Rect [76 694 246 716] /C [1 0 0] /F 4 >>',
  ),
}

for (const [name, bytes] of Object.entries(cases)) {
  mkdirSync(`${root}${name}`, { recursive: true })
  writeFileSync(`${root}${name}/input.pdf`, bytes)
}
