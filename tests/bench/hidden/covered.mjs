/** Covered scans with their uncovered twins: each cover over the mark of an invented document, before or after the scan. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { boxOf, wordBoxes } from '../../corpus/boxes.mjs'
import { printPdf } from '../../corpus/chromium.mjs'
import { levels } from '../../corpus/degrade/levels.mjs'
import { fromSharp, pageOf, toSharp } from '../../corpus/degrade/picture.mjs'
import { documents } from '../../corpus/documents.mjs'
import { papersHtml } from '../../corpus/paper.mjs'
import { chanceFrom } from '../../corpus/random.mjs'
import { edits, layings } from './covers.mjs'
import { boxIn } from './perspective.mjs'

/**
 * @typedef {object} CoveredRow
 * @property {string} file
 * @property {string} cover `none` for the twin
 * @property {'edited'|'laid'|'none'} order the picture was edited, or the paper covered before the scan
 * @property {string} level quality of the scan
 * @property {[number, number, number, number]} box the hidden line in pixels
 * @property {string} text what is hidden
 */

const qualities = ['clean', 'office', 'photo', 'poor', 'fax']
const onFax = ['black', 'scribble']

/** The line somebody would want to hide. */
export function hidden(made) {
  const role = made.kind === 'telegram' || made.kind === 'plain-telegram' ? 'number' : 'mark'
  return (
    made.paper.printed.find((line) => line.role === role && !line.vertical) ??
    made.paper.printed.find((line) => line.role === 'number')
  )
}

export function wantedDocuments(part, count) {
  return documents(part, count * 4)
    .filter((made) => ['marked', 'telegram', 'internal'].includes(made.kind) && hidden(made))
    .slice(0, count)
}

/** Documents printed and scanned together; a chunk once built is kept. */
const chunk = 7

/** @returns {Promise<CoveredRow[]>} rows with absolute paths */
export async function coveredScans({ folder, part, count }) {
  const wanted = wantedDocuments(part, count)
  const rows = []
  for (let from = 0; from < wanted.length; from += chunk)
    rows.push(...(await chunkOf(folder, wanted.slice(from, from + chunk), from)))
  return rows.map((row) => ({ ...row, path: join(folder, row.file) }))
}

async function chunkOf(folder, wanted, from) {
  const list = join(folder, `covered-${from}-${wanted.length}.json`)
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true })
    const pdf = join(folder, `covered-${from}.pdf`)
    printPdf(papersHtml(wanted.map((made) => made.paper)), pdf)
    const words = wordBoxes(pdf)
    const rows = []
    for (const [index, made] of wanted.entries()) {
      const box = boxOf(made.paper, hidden(made), words[index])
      if (box)
        for (const level of qualities) rows.push(...(await scansOf(folder, pdf, index, made, box, level)))
    }
    writeFileSync(`${list}.part`, JSON.stringify(rows, null, 1))
    renameSync(`${list}.part`, list)
  }
  return JSON.parse(readFileSync(list, 'utf8'))
}

const resolutions = {
  clean: [200, 200, 300],
  office: [150, 200],
  photo: [150, 200],
  poor: [100, 110, 120],
  fax: [150, 200],
}

async function scansOf(folder, pdf, index, made, box, level) {
  const seed = `${made.name}-${level}`
  const dpi = chanceFrom(`${seed}-dpi`).pick(resolutions[level])
  const flat = pageOf(pdf, index + 1, dpi)
  const scan = async (cover) => {
    const copy = { ...flat, rgb: flat.rgb.slice() }
    await cover?.(copy)
    return levels[level](() => copy, chanceFrom(seed), dpi)
  }
  const text = hidden(made).text
  const twin = await scan()
  const where = boxIn(twin.corners, box)
  const kept = async (name, cover, order, bytes, extension) => {
    const file = `${seed}.${name}.${extension}`
    writeFileSync(join(folder, file), bytes)
    const { width, height } = await sharp(bytes).metadata()
    const pixels = [where[0] * width, where[1] * height, where[2] * width, where[3] * height].map(Math.round)
    return { file, cover, order, level, dpi, layout: made.layout, kind: made.kind, box: pixels, text }
  }
  const rows = [await kept('twin', 'none', 'none', twin.bytes, twin.extension)]
  for (const name of Object.keys(edits)) {
    if (level === 'fax' && !onFax.includes(name)) continue
    const { bytes, extension } = await edited(twin, name, where, chanceFrom(`${seed}-${name}`), level)
    rows.push(await kept(`edited-${name}`, name, 'edited', bytes, extension))
  }
  const names = Object.keys(layings).filter((name) => level !== 'fax' || onFax.includes(name))
  for (const [turn, name] of names.entries()) {
    // Laying needs a whole scan of its own, so each document takes every other kind.
    if ((turn + index) % 2 === 0 && level !== 'fax') continue
    const done = await scan((copy) => laid(copy, name, box, chanceFrom(`${seed}-laid-${name}`)))
    rows.push(await kept(`laid-${name}`, name, 'laid', done.bytes, done.extension))
  }
  return rows
}

/** The box to be hidden, in pixels, with the margin people leave. */
export function spotIn(picture, [x, y, w, h], pageWidth, chance) {
  const mm = pageWidth / 210
  const margin = () => chance.between(0.4, 1.8) * mm
  const [left, top] = [x * picture.width - margin(), y * picture.height - margin() * 0.7]
  const box = [
    left,
    top,
    (x + w) * picture.width + margin() - left,
    (y + h) * picture.height + margin() * 0.7 - top,
  ]
  return { box: box.map(Math.round), type: h * picture.height, mm }
}

async function laid(copy, name, box, chance) {
  // Paper of another white than the slip upon it.
  if (name === 'strip' && chance.is(0.5)) {
    const tone = [0, 1, 2].map(() => chance.between(0.9, 0.96))
    for (let at = 0; at < copy.rgb.length; at++) copy.rgb[at] *= tone[at % 3]
  }
  await layings[name](copy, spotIn(copy, box, Math.min(copy.width, copy.height), chance), chance)
}

async function edited(twin, name, where, chance, level) {
  const picture = await fromSharp(sharp(twin.bytes))
  await edits[name](picture, spotIn(picture, where, Math.min(picture.width, picture.height), chance), chance)
  if (level === 'fax')
    return {
      bytes: await toSharp(picture).png({ palette: true, colours: 2, dither: 0 }).toBuffer(),
      extension: 'png',
    }
  let pipeline = toSharp(picture)
  if (level !== 'poor' && chance.is(0.2))
    pipeline = pipeline.resize({ width: Math.round(picture.width * chance.between(0.65, 0.95)) })
  return { bytes: await pipeline.jpeg({ quality: chance.whole(50, 90) }).toBuffer(), extension: 'jpg' }
}
