/** Small scans for fixtures/scan: grey JPEG, 1-bit PNG, and PDFs that hold nothing but such pictures. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
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

/** A PDF whose pages are JPEGs and nothing else, written by hand: no text layer, no fonts. */
export async function picturePdf(jpegs, path) {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${jpegs.length}/Kids[${jpegs.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]>>`,
  ]
  const bodies = []
  for (const [index, jpeg] of jpegs.entries()) {
    const { width, height } = await sharp(jpeg).metadata()
    const number = 3 + index * 3
    const draw = 'q 595 0 0 842 0 0 cm /Scan Do Q'
    bodies.push(
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${number + 1} 0 R/Resources<</XObject<</Scan ${number + 2} 0 R>>>>>>`,
      ),
      Buffer.from(`<</Length ${draw.length}>>stream\n${draw}\nendstream`),
      Buffer.concat([
        Buffer.from(
          `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
        ),
        jpeg,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  writeFileSync(path, assembled([...objects.map((text) => Buffer.from(text)), ...bodies]))
}

function assembled(objects) {
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets = []
  let at = parts[0].length
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    at += object.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
