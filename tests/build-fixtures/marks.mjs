/** Builds fixtures/see/marks: heads of pages with one line covered in each way, their bare twin, and ordinary heads. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { edits, layings } from '../bench/hidden/covers.mjs'
import { ordinaryLayouts } from '../bench/hidden/ordinary/papers.mjs'
import { photograph } from '../bench/hidden/ordinary/photograph.mjs'
import { boxOf, wordBoxes } from '../corpus/boxes.mjs'
import { contentFor } from '../corpus/content.mjs'
import { blurred, fromSharp, grey, pageOf, toSharp } from '../corpus/degrade/picture.mjs'
import { faded, faxed, noisy } from '../corpus/degrade/tone.mjs'
import { documents } from '../corpus/documents.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { setIn } from '../corpus/typefaces.mjs'
import { receivingStamp } from '../corpus/variations/overprint.mjs'
import { writePdf } from './scan-papers.mjs'

const folder = new URL('../../fixtures/see/marks/', import.meta.url).pathname
const dpi = 120
const seed = 'marks-fixture'

function drawn(paper) {
  const pdf = join(tmpdir(), `marks-fixture-${process.pid}.pdf`)
  writePdf([paper], pdf)
  const page = { flat: pageOf(pdf, 1, dpi), words: wordBoxes(pdf)[0] }
  rmSync(pdf)
  return page
}

async function head({ width, rgb }, share = 0.4) {
  const height = Math.round(width * 1.414 * share)
  return { width, height, rgb: rgb.slice(0, width * height * 3) }
}

async function scanned(picture) {
  const copy = grey({ ...picture, rgb: picture.rgb.slice() })
  faded(copy, 20)
  for (let at = 0; at < copy.rgb.length; at++) copy.rgb[at] *= 0.965
  const soft = await blurred(copy, 0.5)
  noisy(soft, 2.4, chanceFrom(seed), 0)
  return soft
}

const jpeg = (picture, quality) => toSharp(picture).toColourspace('b-w').jpeg({ quality }).toBuffer()
const reopened = async (bytes) => fromSharp(sharp(bytes).toColourspace('srgb'))

async function covered() {
  const made = documents('dev', 60).find((each) => each.layout === 'general' && each.kind === 'marked')
  const line = made.paper.printed.find((each) => each.role === 'mark')
  const { flat, words } = drawn(made.paper)
  const [x, y, w, h] = boxOf(made.paper, line, words)
  const page = await head(flat)
  const mm = flat.width / 210
  const box = [
    x * flat.width - mm,
    y * flat.height - mm,
    w * flat.width + 2 * mm,
    h * flat.height + 2 * mm,
  ].map(Math.round)
  const spot = { box, type: h * flat.height, mm }
  const bare = await jpeg(await scanned(page), 80)
  const files = { 'bare.jpg': bare }
  for (const [name, cover] of Object.entries(edits)) {
    const picture = await reopened(bare)
    await cover(picture, spot, chanceFrom(`${seed}-${name}`))
    files[`edited-${name}.jpg`] = await jpeg(grey(picture), 68)
  }
  for (const [name, cover] of Object.entries(layings)) {
    const picture = { ...page, rgb: page.rgb.slice() }
    await cover(picture, spot, chanceFrom(`${seed}-laid-${name}`))
    files[`laid-${name}.jpg`] = await jpeg(await scanned(picture), 72)
  }
  for (const name of ['black', 'scribble']) {
    const picture = { ...page, rgb: page.rgb.slice() }
    await edits[name](picture, spot, chanceFrom(`${seed}-fax-${name}`))
    faxed(picture, 140, 0.00004, chanceFrom(seed))
    files[`fax-${name}.png`] = await toSharp(picture).png({ palette: true, colours: 2, dither: 0 }).toBuffer()
  }
  return { files, box }
}

async function ordinary() {
  const files = {}
  for (const name of ['shadedTable', 'report', 'news', 'highlighted', 'handled', 'poster', 'form']) {
    const chance = chanceFrom(`${seed}-${name}`)
    const paper = ordinaryLayouts[name](
      contentFor('public', 'dev', chance),
      setIn('Noto Serif CJK SC'),
      chance,
    )
    const { flat } = drawn(paper)
    const page = await head(await withPhotographs(flat, paper, chance))
    files[`ordinary-${name}.jpg`] = await jpeg(await scanned(page), 60)
  }
  const made = documents('dev', 60).find((each) => each.layout === 'letter' && each.kind === 'public')
  const { flat } = drawn(receivingStamp(made.paper, chanceFrom(seed)))
  files['ordinary-stamp.jpg'] = await jpeg(await scanned(await head(flat)), 60)
  return files
}

async function withPhotographs(flat, paper, chance) {
  const mm = flat.width / paper.width
  const layers = []
  for (const [x, y, w, h] of paper.photographs ?? []) {
    const shot = await photograph(Math.round(w * mm), Math.round(h * mm), chance)
    layers.push({
      input: await toSharp(shot).png().toBuffer(),
      left: Math.round(x * mm),
      top: Math.round(y * mm),
    })
  }
  return layers.length === 0 ? flat : fromSharp(toSharp(flat).composite(layers).png())
}

mkdirSync(folder, { recursive: true })
const { files, box } = await covered()
for (const [name, bytes] of Object.entries({ ...files, ...(await ordinary()) }))
  writeFileSync(join(folder, name), bytes)
writeFileSync(join(folder, 'hidden.json'), `${JSON.stringify({ box })}\n`)
