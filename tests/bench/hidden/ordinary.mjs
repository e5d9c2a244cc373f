/** Ordinary pages: public documents and everything else that offices post, in every quality, nothing covered. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printPdf } from '../../corpus/chromium.mjs'
import { contentFor } from '../../corpus/content.mjs'
import { levelNames, levels } from '../../corpus/degrade/levels.mjs'
import { fromSharp, pageOf, toSharp } from '../../corpus/degrade/picture.mjs'
import { documentAt } from '../../corpus/documents.mjs'
import { papersHtml } from '../../corpus/paper.mjs'
import { chanceFrom } from '../../corpus/random.mjs'
import { facesFor } from '../../corpus/typefaces.mjs'
import { variations } from '../../corpus/variations/index.mjs'
import { ordinaryLayouts } from './ordinary/papers.mjs'
import { photograph } from './ordinary/photograph.mjs'
import { worn } from './ordinary/wear.mjs'

/** @typedef {{file: string, layout: string, level: string}} OrdinaryRow */

/** Scans of every quality, and pages as programs export them: loss-free, and as JPEG. */
const qualities = [...levelNames, 'drawn', 'exported']
const overprints = ['none', 'receivingStamp', 'none', 'sealOverMark', 'penStrokes']

function pageAt(part, index) {
  const names = Object.keys(ordinaryLayouts)
  const seed = `${part}-ordinary-${index}`
  const chance = chanceFrom(seed)
  if (index % 3 === 0) {
    const made = documentAt(part, 40000 + index * 7)
    const name = overprints[(index / 3) % overprints.length]
    const papers = variations[name]?.(made, chance).papers ?? [made.paper]
    return { paper: papers[0], layout: `${made.layout}${name === 'none' ? '' : `+${name}`}`, seed }
  }
  const layout = names[Math.floor((index * 2) / 3) % names.length]
  const content = contentFor('public', part, chance)
  return { paper: ordinaryLayouts[layout](content, facesFor(part, chance), chance), layout, seed }
}

/** Pages printed and scanned together; a chunk once built is kept. */
const chunk = 60

/** @returns {Promise<(OrdinaryRow & {path: string})[]>} */
export async function ordinaryScans({ folder, part, count }) {
  const rows = []
  for (let from = 0; from < count; from += chunk)
    rows.push(...(await chunkOf(folder, part, from, Math.min(chunk, count - from))))
  return rows.map((row) => ({ ...row, path: join(folder, row.file) }))
}

async function chunkOf(folder, part, from, count) {
  const list = join(folder, `ordinary-${from}-${count}.json`)
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true })
    const pages = Array.from({ length: count }, (_, index) => pageAt(part, from + index))
    const pdf = join(folder, `ordinary-${from}.pdf`)
    printPdf(papersHtml(pages.map((page) => page.paper)), pdf)
    const rows = []
    for (const [turn, page] of pages.entries()) {
      const index = from + turn
      const level = qualities[(index + Math.floor(index / qualities.length)) % qualities.length]
      const { bytes, extension } = await scanOf(pdf, turn + 1, page, level)
      const file = `ordinary-${part}-${String(index).padStart(4, '0')}.${page.layout}.${level}.${extension}`
      writeFileSync(join(folder, file), bytes)
      rows.push({ file, layout: page.layout, level })
    }
    writeFileSync(`${list}.part`, JSON.stringify(rows, null, 1))
    renameSync(`${list}.part`, list)
  }
  return JSON.parse(readFileSync(list, 'utf8'))
}

async function scanOf(pdf, number, { paper, seed }, level) {
  const chance = chanceFrom(`${seed}-${level}`)
  const draw = async (dpi) => {
    const flat = await withPhotographs(pageOf(pdf, number, dpi), paper, chance)
    if (level !== 'drawn' && level !== 'exported') await worn(flat, chance)
    return flat
  }
  if (level === 'drawn')
    return {
      bytes: await toSharp(await draw(150))
        .png()
        .toBuffer(),
      extension: 'png',
    }
  if (level === 'exported')
    return {
      bytes: await toSharp(await draw(chance.pick([110, 150, 200])))
        .jpeg({ quality: chance.whole(55, 92) })
        .toBuffer(),
      extension: 'jpg',
    }
  return levels[level](draw, chance)
}

async function withPhotographs(picture, paper, chance) {
  const mm = picture.width / paper.width
  const layers = []
  for (const [x, y, w, h] of paper.photographs ?? []) {
    const shot = await photograph(Math.round(w * 6), Math.round(h * 6), chance)
    const input = await toSharp(shot)
      .resize(Math.round(w * mm), Math.round(h * mm), { fit: 'fill' })
      .png()
      .toBuffer()
    layers.push({ input, left: Math.round(x * mm), top: Math.round(y * mm) })
  }
  return layers.length === 0 ? picture : fromSharp(sharpened(picture, layers))
}

const sharpened = (picture, layers) => toSharp(picture).composite(layers).png()
