/** What comes upon the paper after printing: a seal over the mark, a receiving stamp, strokes of a pen. */
import { sealOn } from '../seal.mjs'

/** @typedef {import('../paper.mjs').Paper} Paper @typedef {import('../random.mjs').Chance} Chance */

const markOf = (paper) => paper.printed.find((line) => line.role === 'mark') ?? paper.printed[0]

/** A red seal that runs over the mark, or over the first line where there is none. */
export function sealOverMark(paper, chance) {
  const line = markOf(paper)
  const shift = line.align === 'center' ? 0 : 14
  const spot = { x: Math.max(22, line.x + shift + chance.between(-4, 10)), y: line.y + chance.between(-2, 8) }
  const sealed = { ...paper, art: [...paper.art] }
  sealOn(sealed, chance, spot)
  return sealed
}

/** 收文章: a ruled box with office, number and day, in blue or red, somewhat askew, right of the head. */
export function receivingStamp(paper, chance) {
  const colour = chance.pick(['#2b3fa0', '#c22525'])
  const rows = [
    '收文专用',
    `第 ${chance.whole(10, 980)} 号`,
    `${chance.whole(2012, 2024)}.${chance.whole(1, 12)}.${chance.whole(1, 28)}`,
  ]
  const text = rows
    .map((row, index) => `<text x="22" y="${7.4 + index * 7}" text-anchor="middle">${row}</text>`)
    .join('')
  const frame =
    '<rect x="1" y="1" width="42" height="22" fill="none"/><path d="M1 9h42M1 16h42" fill="none"/>'
  const left = paper.width - chance.between(58, 66)
  const turn = `rotate(${chance.between(-6, 6).toFixed(1)} 22 12)`
  const art =
    `<svg style="left:${left.toFixed(1)}mm;top:${chance.between(8, 18).toFixed(1)}mm;mix-blend-mode:multiply" width="44mm" height="24mm" viewBox="0 0 44 24">` +
    `<g transform="${turn}" stroke="${colour}" stroke-width="0.5">${frame}</g><g transform="${turn}" fill="${colour}" font-size="4.4" font-family="AR PL UKai CN">${text}</g></svg>`
  return { ...paper, art: [...paper.art, art] }
}

/** 批示 and ticks: loose curves of a pen in the margin and across a line or two of the body. */
export function penStrokes(paper, chance) {
  const colour = chance.pick(['#1d2a6b', '#222', '#303a8c'])
  const strokes = [
    scrawl(chance, paper.width - 70, 20, 55, 14),
    ring(chance, 60, 150),
    scrawl(chance, 8, 190, 14, 40),
  ]
  const art = `<svg style="left:0;top:0" width="${paper.width}mm" height="${paper.height}mm" viewBox="0 0 ${paper.width} ${paper.height}"><g fill="none" stroke="${colour}" stroke-width="0.6" stroke-linecap="round">${strokes.join('')}</g></svg>`
  return { ...paper, art: [...paper.art, art] }
}

function scrawl(chance, x, y, width, height) {
  const at = () =>
    `${(x + chance.between(0, width)).toFixed(1)} ${(y + chance.between(0, height)).toFixed(1)}`
  const turns = Array.from({ length: 7 }, () => `S${at()} ${at()}`).join('')
  return `<path d="M${at()} C${at()} ${at()} ${at()}${turns}"/>`
}

function ring(chance, x, y) {
  const [rx, ry] = [chance.between(14, 26), chance.between(4, 7)]
  return `<ellipse cx="${x + chance.between(0, 60)}" cy="${y + chance.between(0, 30)}" rx="${rx}" ry="${ry}" transform="rotate(${chance.between(-5, 5)})"/>`
}
