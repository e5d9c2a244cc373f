/** Pages as programs draw them, never scanned, with a line covered in an editor of pictures; stored without loss or as JPEG. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxOf, wordBoxes } from '../../corpus/boxes.mjs'
import { printPdf } from '../../corpus/chromium.mjs'
import { pageOf, toSharp } from '../../corpus/degrade/picture.mjs'
import { papersHtml } from '../../corpus/paper.mjs'
import { chanceFrom } from '../../corpus/random.mjs'
import { hidden, spotIn, wantedDocuments } from './covered.mjs'
import { edits } from './covers.mjs'

/** White over white leaves nothing behind on a page without grain. */
const leavingTraces = ['black', 'colour', 'mosaic', 'blur', 'marker', 'scribble']

/** @returns {Promise<import('./covered.mjs').CoveredRow[]>} rows with absolute paths */
export async function drawnPages({ folder, part, count }) {
  const list = join(folder, `drawn-${count}.json`)
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true })
    const wanted = wantedDocuments(part, count)
    const pdf = join(folder, 'drawn.pdf')
    printPdf(papersHtml(wanted.map((made) => made.paper)), pdf)
    const words = wordBoxes(pdf)
    const rows = []
    for (const [index, made] of wanted.entries()) {
      const box = boxOf(made.paper, hidden(made), words[index])
      if (box) rows.push(...(await pagesOf({ folder, pdf, index, made, box })))
    }
    writeFileSync(`${list}.part`, JSON.stringify(rows, null, 1))
    renameSync(`${list}.part`, list)
  }
  return JSON.parse(readFileSync(list, 'utf8')).map((row) => ({ ...row, path: join(folder, row.file) }))
}

async function pagesOf({ folder, pdf, index, made, box }) {
  const seed = `${made.name}-drawn`
  const dpi = chanceFrom(seed).pick([96, 150, 200])
  const flat = pageOf(pdf, index + 1, dpi)
  const rows = []
  for (const name of ['none', ...leavingTraces]) {
    const chance = chanceFrom(`${seed}-${name}`)
    const picture = { ...flat, rgb: flat.rgb.slice() }
    if (name !== 'none')
      await edits[name](
        picture,
        spotIn(picture, box, Math.min(picture.width, picture.height), chance),
        chance,
      )
    const jpeg = chance.is(0.5)
    const pipeline = jpeg ? toSharp(picture).jpeg({ quality: chance.whole(60, 92) }) : toSharp(picture).png()
    const file = `${seed}.${name === 'none' ? 'twin' : `edited-${name}`}.${jpeg ? 'jpg' : 'png'}`
    writeFileSync(join(folder, file), await pipeline.toBuffer())
    const { width, height } = picture
    const pixels = [box[0] * width, box[1] * height, box[2] * width, box[3] * height].map(Math.round)
    const order = name === 'none' ? 'none' : 'edited'
    rows.push({ file, cover: name, order, level: 'drawn', dpi, box: pixels, text: hidden(made).text })
  }
  return rows
}
