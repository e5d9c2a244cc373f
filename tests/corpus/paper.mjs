/** A sheet of paper on which text is placed by the millimetre, and its way into HTML. */

/** 1 pt in mm. */
export const point = 25.4 / 72
/** GB/T 9704-2012 5.2: type area 156 × 225 mm, left margin 28, top margin 37, 22 lines of 28 characters. */
export const area = { left: 28, top: 37, width: 156, height: 225, pitch: 225 / 22 }

/**
 * @typedef {object} Printed one line of type
 * @property {string} text as printed
 * @property {number} x mm from the left edge to the anchor named by `align`
 * @property {number} y mm from the top edge to the top of the em square
 * @property {number} size points
 * @property {string} face font family
 * @property {'left'|'center'|'right'} [align]
 * @property {string} [colour]
 * @property {boolean} [bold]
 * @property {number} [track] extra mm between characters
 * @property {boolean} [vertical] characters run downwards
 * @property {'mark'|'number'|'head'|'title'|'urgency'|'copy'|'field'} [role] what the line is on the page
 * @property {boolean} [aside] not part of the text to be read (lettering on a seal)
 *
 * @typedef {{x: number, y: number, width: number, height: number, colour: string}} Stroke
 * @typedef {{width: number, height: number, printed: Printed[], strokes: Stroke[], art: string[], tint?: string}} Paper
 */

/** @returns {Paper} */
export function blankPaper(width = 210, height = 297) {
  return { width, height, printed: [], strokes: [], art: [] }
}

/** Half a character for ASCII, one for everything else. */
export function widthOf(text) {
  let units = 0
  for (const letter of text) units += letter.codePointAt(0) < 0x2000 ? 0.5 : 1
  return units
}

const neverFirst = /[，。、；：？！）”》〕】’%]/
const neverLast = /[（“《〔【‘]/

/** Breaks a paragraph into lines of `units` characters; closing punctuation hangs, numbers stay whole. */
export function brokenLines(paragraph, units, indent = '　　') {
  const words = (indent + paragraph).match(/[\x21-\x7e]+|[^]/gu) ?? []
  const lines = []
  let line = ''
  words.forEach((word, index) => {
    const opens = neverLast.test(word) && widthOf(line) + 1 >= units && index + 1 < words.length
    if ((opens || widthOf(line + word) > units) && !neverFirst.test(word)) {
      lines.push(line)
      line = word
    } else line += word
  })
  if (line) lines.push(line)
  return lines
}

/**
 * Sets paragraphs from `y` downwards and returns the y under the last line.
 * @param {Paper} paper
 * @param {string[]} paragraphs
 */
export function setParagraphs(paper, paragraphs, options) {
  const {
    face,
    y,
    x = area.left,
    width = area.width,
    size = 16,
    pitch = area.pitch,
    indent = '　　',
  } = options
  const em = size * point
  const units = options.units ?? Math.floor(width / em + 0.35)
  const track = (width - units * em) / units
  let top = y
  for (const paragraph of paragraphs)
    for (const text of brokenLines(paragraph, units, indent)) {
      paper.printed.push({ text, x, y: top + (pitch - em) / 2, size, face, track, colour: options.colour })
      top += pitch
    }
  return top
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const millimetres = (value) => `${value.toFixed(2)}mm`

/** @param {Printed} line */
function lineHtml(line) {
  const { x, y, size, face, align = 'left', colour = '#000', bold, track = 0, vertical } = line
  const shift = align === 'center' ? 'translateX(-50%)' : align === 'right' ? 'translateX(-100%)' : 'none'
  const style = [
    `left:${millimetres(x)}`,
    `top:${millimetres(y)}`,
    `font:${bold ? 'bold ' : ''}${size.toFixed(2)}pt/1 '${face}','Noto Serif CJK SC'`,
    `color:${colour}`,
    `letter-spacing:${track.toFixed(3)}mm`,
    `transform:${shift}`,
    // Several of the typefaces have no vertical metrics: one square per row is the same to the eye.
    vertical ? 'width:1em;white-space:normal;word-break:break-all' : '',
  ].join(';')
  return `<p style="${style}">${escaped(line.text)}</p>`
}

/** @param {Stroke} stroke */
function strokeHtml({ x, y, width, height, colour }) {
  const box = `left:${millimetres(x)};top:${millimetres(y)};width:${millimetres(width)};height:${millimetres(height)}`
  return `<i style="${box};background:${colour}"></i>`
}

const sheetName = ({ width, height }) => `w${Math.round(width)}h${Math.round(height)}`

/** @param {Paper} paper */
function paperHtml(paper) {
  const size = `width:${paper.width}mm;height:${paper.height}mm;page:${sheetName(paper)}`
  const tint = paper.tint ? `;background:${paper.tint}` : ''
  const inside = [...paper.strokes.map(strokeHtml), ...paper.printed.map(lineHtml), ...paper.art]
  return `<section style="${size}${tint}">${inside.join('')}</section>`
}

const sheet = `*{margin:0;padding:0}section{position:relative;overflow:hidden;break-after:page}
section:last-child{break-after:auto}p,i,svg,div{position:absolute;white-space:pre}p{width:max-content}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}`

/** All papers as one HTML document, one printed page each. */
export function papersHtml(papers, title = '') {
  const sizes = new Map(papers.map((paper) => [sheetName(paper), `${paper.width}mm ${paper.height}mm`]))
  const pages = [...sizes].map(([name, size]) => `@page ${name}{size:${size};margin:0}`).join('')
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>@page{margin:0}${pages}${sheet}</style>`
  return `<!doctype html><html lang="zh-CN">${head}<body>${papers.map(paperHtml).join('\n')}</body></html>`
}
