/** The pixel half of the bench for hidden marks: what is found, what is read beneath, what rings in vain, what it costs. */
import sharp from 'sharp'
import { errorsIn } from '../error-rate.mjs'
import { markdown, median, share } from '../table.mjs'
import { told } from './covers.mjs'

/** A mark in this upper share of a page may stand in a marking area. */
const HEAD = 0.36
/** Below this nothing is told even where a line of the head stands. */
const TOLD = 0.4

/**
 * @param {import('./covered.mjs').CoveredRow[]} rows
 * @param {import('./ordinary.mjs').OrdinaryRow[]} plain
 * @param {string} product folder of the build
 */
export async function benchPixels(rows, plain, product) {
  const { detectMarks, readRecovered, SURE } = await import(`${product}/dist/see/marks/index.js`)
  const costs = []
  const look = async (row) => {
    const raster = await rasterOf(row.path)
    const start = process.cpuUsage()
    const marks = detectMarks(raster).filter((mark) => mark.confidence >= TOLD)
    const { user, system } = process.cpuUsage(start)
    costs.push((user + system) / 1000)
    return { ...row, raster: { width: raster.width, height: raster.height }, marks }
  }
  const seen = []
  for (const row of rows) seen.push(await look(row))
  const quiet = []
  for (const row of plain) quiet.push(await look(row))
  const markers = seen.filter((row) => row.cover === 'marker')
  const bare = new Map(seen.filter((row) => row.cover === 'none').map((row) => [pageOf(row), row.path]))
  const read = await readBeneath(markers, readRecovered, product)
  const control = await readBeneath(
    markers.filter((row) => bare.has(pageOf(row))),
    readRecovered,
    product,
    (row) => bare.get(pageOf(row)),
  )
  const page = await costOfReading(plain, product)
  const alarms = quiet.map((row) => row.marks.filter((mark) => mark.confidence >= SURE))
  const inHead = quiet.filter((row, index) => alarms[index].some((mark) => isInHead(mark, row.raster)))
  return [
    `### Covered lines on scans: ${rows.length} pictures, each found by any mark over it; in brackets: called by its kind`,
    foundTable(seen),
    `Markers read beneath to the letter: **${share(read.exact, read.all)}**; year brackets and spaces aside: **${share(read.near, read.all)}** of ${read.all}. The same places on the bare twins, cut out and read in the same way: ${share(control.exact, control.all)} and ${share(control.near, control.all)} of ${control.all}.`,
    `### Nothing covered: ${quiet.length} ordinary pages and ${seen.filter((row) => row.cover === 'none').length} bare twins`,
    quietTable(quiet, seen, SURE),
    `Sure marks in the head of ordinary pages, which could block: **${share(inHead.length, quiet.length)}** (n = ${quiet.length}).`,
    inHead.map((row) => `- ${row.file}: ${row.marks.map((mark) => mark.kind).join(', ')}`).join('\n'),
    `Processor time a picture: median ${median(costs).toFixed(0)} ms, nine of ten under ${nineTenths(costs).toFixed(0)} ms: **${share(median(costs), page)}** of reading a page by OCR (median ${page.toFixed(0)} ms).`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

async function rasterOf(path) {
  const { data, info } = await sharp(path)
    .toColourspace('srgb')
    .removeAlpha()
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
}

const isInHead = ({ box }, { height }) => box[1] + box[3] / 2 < HEAD * height

/** Share of `inner` in `outer`. */
function within(inner, outer) {
  const across = Math.min(inner[0] + inner[2], outer[0] + outer[2]) - Math.max(inner[0], outer[0])
  const down = Math.min(inner[1] + inner[3], outer[1] + outer[3]) - Math.max(inner[1], outer[1])
  return (Math.max(0, across) * Math.max(0, down)) / (inner[2] * inner[3])
}

/** Marks on the covered line that together cover at least four tenths of it. */
export function hitsOf({ marks, box }) {
  const hits = marks.filter((mark) => within(mark.box, box) > 0.3)
  return hits.reduce((sum, mark) => sum + within(box, mark.box), 0) < 0.4 ? [] : hits
}

function foundTable(seen) {
  const levels = [...new Set(seen.map((row) => row.level))]
  const names = [
    ...new Set(seen.filter((row) => row.cover !== 'none').map((row) => `${row.cover}, ${row.order}`)),
  ]
  const cell = (rows) => {
    if (rows.length === 0) return '–'
    const found = rows.filter((row) => hitsOf(row).length > 0)
    const called = found.filter((row) => hitsOf(row).some((mark) => told[row.cover].includes(mark.kind)))
    return `${share(found.length, rows.length)} (${called.length}/${rows.length})`
  }
  const lines = names.sort().map((name) => {
    const mine = seen.filter((row) => `${row.cover}, ${row.order}` === name)
    return [name, ...levels.map((level) => cell(mine.filter((row) => row.level === level))), cell(mine)]
  })
  return markdown(['cover', ...levels, 'all'], lines)
}

function quietTable(quiet, seen, sure) {
  const twins = seen.filter((row) => row.cover === 'none').map((row) => ({ ...row, layout: 'bare twin' }))
  const levels = [...new Set(quiet.map((row) => row.level))]
  const lines = levels.map((level) => {
    const mine = [...quiet, ...twins].filter((row) => row.level === level)
    const any = mine.filter((row) => row.marks.length > 0)
    const head = mine.filter((row) =>
      row.marks.some((mark) => mark.confidence >= sure && isInHead(mark, row.raster)),
    )
    return [level, mine.length, any.length, head.length]
  })
  return markdown(['quality', 'pages', 'with any mark', 'with a sure mark in the head'], lines)
}

/** Median processor time in milliseconds of reading one of some twelve pages. */
async function costOfReading(rows, product) {
  const { openOcr } = await import(`${product}/dist/see/ocr/index.js`)
  const reader = await openOcr('paddle')
  const costs = []
  for (const row of rows.filter((_, index) => index % Math.ceil(rows.length / 12) === 0)) {
    const raster = await rasterOf(row.path)
    const start = process.cpuUsage()
    await reader.read(raster, new AbortController().signal)
    const { user, system } = process.cpuUsage(start)
    costs.push((user + system) / 1000)
  }
  await reader.close()
  return median(costs.slice(1))
}

/** The page and its quality, whatever covers it. */
const pageOf = ({ path }) => path.split('/').at(-1).split('.')[0]

/** `pathOf`: which picture is read at the place of the mark. */
async function readBeneath(rows, readRecovered, product, pathOf = ({ path }) => path) {
  const { openOcr } = await import(`${product}/dist/see/ocr/index.js`)
  const reader = await openOcr('paddle')
  const count = { all: rows.length, exact: 0, near: 0 }
  for (const row of rows) {
    const mark = hitsOf(row).find(({ kind }) => kind === 'marker')
    const { signal } = new AbortController()
    const recovered =
      mark && (await readRecovered(await rasterOf(pathOf(row)), mark.box, mark.kind, reader, signal))
    if (!recovered) continue
    const text = recovered.sheet.lines.map((line) => line.text).join('')
    if (errorsIn(text, row.text).errors === 0) count.exact += 1
    if (loosely(text).includes(loosely(row.text))) count.near += 1
  }
  await reader.close()
  return count
}

/** Brackets as anyone types them, no spaces. */
const loosely = (text) =>
  text
    .replace(/[〔［[(（]/g, '(')
    .replace(/[〕］\])）]/g, ')')
    .replace(/[\s，]/g, '')

const nineTenths = (values) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.9)] ?? 0
