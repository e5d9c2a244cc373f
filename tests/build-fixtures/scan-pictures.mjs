/** Small scans for fixtures/scan: grey JPEG, 1-bit PNG, and PDFs that hold nothing but such pictures. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blurred, grey, pageOf, toSharp, turned } from '../corpus/degrade/picture.mjs'
import { faded, faxed, noisy } from '../corpus/degrade/tone.mjs'
import { laid, skewedCorners } from '../corpus/degrade/warp.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { writePdf } from './scan-papers.mjs'

async function scanned(paper, seed, dpi) {
  const pdf = join(tmpdir(), `secscan-fixture-${process.pid}.pdf`)
  writePdf([paper], pdf)
  const flat = pageOf(pdf, 1, dpi)
  rmSync(pdf)
  faded(flat, 24)
  const degrees = chanceFrom(seed).between(-0.5, 0.5)
  return blurred(laid(flat, skewedCorners(flat, degrees), [248, 248, 248]), 0.45)
}

/** @returns {Promise<Buffer>} grey JPEG under 80 KB at 120 dpi */
export async function greyJpeg(paper, seed, { dpi = 120, quarters = 0, quality = 52 } = {}) {
  const picture = grey(await scanned(paper, seed, dpi))
  noisy(picture, 1.2, chanceFrom(seed), 0)
  return toSharp(await turned(picture, quarters))
    .toColourspace('b-w')
    .jpeg({ quality })
    .toBuffer()
}

/** @returns {Promise<Buffer>} 1-bit PNG as a fax server stores it */
export async function faxPng(paper, seed, dpi = 150) {
  const picture = await scanned(paper, seed, dpi)
  const chance = chanceFrom(seed)
  noisy(picture, 14, chance, 0)
  faxed(picture, 145, 0.00004, chance)
  return toSharp(picture).png({ palette: true, colours: 2, dither: 0 }).toBuffer()
}

/** @returns {Promise<Buffer>} sixteen-shade PNG, what a screenshot tool might give */
export async function greyPng(paper, seed, dpi = 110) {
  const picture = grey(await scanned(paper, seed, dpi))
  return toSharp(picture).png({ palette: true, colours: 16, dither: 0 }).toBuffer()
}
