/** Scans in a PDF with something drawn over the mark that can be lifted again: rectangles, a picture, an annotation. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { pdfFile, stream } from '../../build-fixtures/pdf-syntax.mjs'

/**
 * @typedef {object} LiftedRow
 * @property {string} file
 * @property {string} cover `none` for the twin
 * @property {string} level quality of the scan
 * @property {string} text what lies beneath
 */

const width = 595
const [margin, rise] = [4, 2]

/** What the page draws after its picture, and what else it has, for a box in points from the lower left corner. */
const covers = {
  none: () => ({}),
  'black rectangle': (box) => ({ draw: `0 g ${box.join(' ')} re f` }),
  'white rectangle': (box) => ({ draw: `1 g ${box.join(' ')} re f` }),
  'grey outline': ([x, y, w, h]) => ({ draw: `.5 G ${h} w ${x} ${y + h / 2} m ${x + w} ${y + h / 2} l S` }),
  picture: ([x, y, w, h]) => ({ draw: `q ${w} 0 0 ${h} ${x} ${y} cm /Dot Do Q` }),
  'square annotation': ([x, y, w, h]) => ({
    annotation: `<</Type/Annot/Subtype/Square/F 4/Rect[${x} ${y} ${x + w} ${y + h}]/IC[0 0 0]/C[0 0 0]/AP<</N 6 0 R>>>>`,
    appearance: stream(`0 g 0 0 ${w} ${h} re f`, `/Type/XObject/Subtype/Form/BBox[0 0 ${w} ${h}]`),
  }),
}

/** @param {import('./covered.mjs').CoveredRow[]} twins with absolute paths; those of another kind are left out */
export async function liftedScans({ folder, twins }) {
  mkdirSync(folder, { recursive: true })
  const rows = []
  for (const twin of twins.filter((row) => row.cover === 'none'))
    for (const cover of Object.keys(covers)) {
      const file = `${twin.file.replace(/\.twin\.\w+$/, '')}.lifted-${cover.replaceAll(' ', '-')}.pdf`
      if (!existsSync(join(folder, file))) await write(join(folder, file), twin, cover)
      rows.push({ file, path: join(folder, file), cover, level: twin.level, text: twin.text })
    }
  return rows
}

async function write(path, twin, cover) {
  const jpeg = await sharp(readFileSync(twin.path)).jpeg({ quality: 88 }).toBuffer()
  const { width: wide, height: high, channels } = await sharp(jpeg).metadata()
  const tall = Math.round((width * high) / wide)
  const scale = width / wide
  const [x, y, w, h] = twin.box.map((value) => value * scale)
  const box = [x - margin, tall - y - h - rise, w + 2 * margin, h + 2 * rise].map(
    (value) => +value.toFixed(1),
  )
  const { draw = '', annotation, appearance } = covers[cover](box)
  const drawn = `q ${width} 0 0 ${tall} 0 0 cm /Scan Do Q ${draw}`
  const space = channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  const picture = (size, colours, filter = '') =>
    `/Type/XObject/Subtype/Image/Width ${size[0]}/Height ${size[1]}/ColorSpace/${colours}/BitsPerComponent 8${filter}`
  const annots = annotation ? `/Annots[${annotation}]` : ''
  const objects = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${tall}]/Contents 4 0 R${annots}/Resources<</XObject<</Scan 5 0 R/Dot 7 0 R>>>>>>`,
    4: stream(drawn),
    5: stream(jpeg, picture([wide, high], space, '/Filter/DCTDecode')),
    6: appearance ?? 'null',
    7: stream(' ', picture([1, 1], 'DeviceGray')),
  }
  writeFileSync(path, pdfFile(objects))
}
