/** PDFs that hold nothing but pictures, as a scanner's software writes them. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'

/** A PDF whose pages are JPEGs and nothing else, written by hand: no text layer, no fonts. */
export async function picturePdf(jpegs, path) {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${jpegs.length}/Kids[${jpegs.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]>>`,
  ]
  const bodies = []
  for (const [index, jpeg] of jpegs.entries()) {
    const { width, height, channels } = await sharp(jpeg).metadata()
    const number = 3 + index * 3
    const tall = Math.round((595 * height) / width)
    const draw = `q 595 0 0 ${tall} 0 0 cm /Scan Do Q`
    bodies.push(
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${tall}]/Contents ${number + 1} 0 R/Resources<</XObject<</Scan ${number + 2} 0 R>>>>>>`,
      ),
      Buffer.from(`<</Length ${draw.length}>>stream\n${draw}\nendstream`),
      Buffer.concat([
        Buffer.from(
          `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${channels === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
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
