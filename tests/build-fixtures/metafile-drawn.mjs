/** Builds fixtures/extract/metafile/{drawn-emf,drawn-wmf}: a mark whose letters are filled figures. Needs ImageMagick; the tests do not. */
import { drawn } from './ofd-pictures.mjs'
import { writeCases } from './write-cases.mjs'

const [width, height] = [240, 60]
const grey = drawn('机密★10年', ['-depth', '8', 'gray:-'], `${width}x${height}`)

/** Rows of dark pixels as rectangles: x, y, length. */
const runs = []
for (let y = 0; y < height; y++)
  for (let x = 0; x < width; x++) {
    const start = x
    while (x < width && grey[y * width + x] < 128) x++
    if (x > start) runs.push([start, y, x - start])
  }
const corners = ([x, y, length]) => [x, y, x + length, y, x + length, y + 1, x, y + 1]

const words = (numbers) => Buffer.from(Int16Array.from(numbers).buffer)
const longs = (numbers) => Buffer.from(Int32Array.from(numbers).buffer)

const emfRecord = (type, ...bodies) => {
  const body = Buffer.concat(bodies)
  return Buffer.concat([longs([type, 8 + body.length]), body])
}
const emfHeader = Buffer.concat([longs([1, 88]), Buffer.alloc(80)])
emfHeader.write(' EMF', 40, 'latin1')
const NO_PEN = 0x80000008 | 0
/** Every other figure is a path of lines, in a plane twice as large. */
const emfFigure = (run, index) => {
  const points = corners(run)
  if (index % 2 === 0) return emfRecord(86, longs([0, 0, 0, 0, 4]), words(points))
  const [x, y, ...others] = points.map((side) => 2 * side)
  return Buffer.concat([
    emfRecord(33),
    emfRecord(35, Buffer.from(Float32Array.from([0.5, 0, 0, 0.5, 0, 0]).buffer)),
    emfRecord(59),
    emfRecord(27, longs([x, y])),
    emfRecord(89, longs([0, 0, 0, 0, 3]), words(others)),
    emfRecord(61),
    emfRecord(60),
    emfRecord(62, longs([0, 0, 0, 0])),
    emfRecord(34, longs([-1])),
  ])
}
const emf = Buffer.concat([
  emfHeader,
  emfRecord(37, longs([NO_PEN])),
  emfRecord(39, longs([1, 0, 0x000000, 0])),
  emfRecord(37, longs([1])),
  ...runs.map(emfFigure),
  emfRecord(14, longs([0, 16, 20])),
])

const wmfRecord = (type, numbers) => {
  const body = words(numbers)
  return Buffer.concat([longs([3 + body.length / 2]), words([type]), body])
}
const half = runs.length >> 1
const figures = runs.map(corners)
const wmf = Buffer.concat([
  words([1, 9, 0x300, 0, 0, 2, 0, 0, 0]),
  wmfRecord(0x020b, [0, 0]),
  wmfRecord(0x020c, [height, width]),
  wmfRecord(0x02fa, [5, 0, 0, 0, 0]),
  wmfRecord(0x012d, [0]),
  wmfRecord(0x02fc, [0, 0, 0, 0]),
  wmfRecord(0x012d, [1]),
  ...figures.slice(0, half).map((points) => wmfRecord(0x0324, [4, ...points])),
  wmfRecord(0x0538, [runs.length - half, ...figures.slice(half).map(() => 4), ...figures.slice(half).flat()]),
  wmfRecord(0, []),
])

writeCases('metafile', { 'drawn-emf': { 'input.emf': emf }, 'drawn-wmf': { 'input.wmf': wmf } })
