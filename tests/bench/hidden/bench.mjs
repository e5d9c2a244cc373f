/**
 * `npm run bench:hidden -- [--part dev|test] [--documents N] [--ordinary N] [--every N] [--only pixels,covered,ordinary,lifted,carriers] [--product DIR] [--write]`
 *
 * Prints Markdown tables; `--write` puts them into docs/hidden.md, in place of those of the same part. Needs Chromium,
 * LibreOffice, poppler and Debian's Chinese fonts; the product must be built (`--product`: another build). The pictures are kept under
 * tests/.scratch/ and built again when their makers change. `--every`: each Nth covered scan goes through the whole command.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../machine.mjs'
import { carrierFiles } from './carriers.mjs'
import { coveredScans } from './covered.mjs'
import { drawnPages } from './drawn.mjs'
import { folderFor, officeFolder } from './folder.mjs'
import { liftedScans } from './lifted.mjs'
import { officeCarriers } from './office-carriers.mjs'
import { ordinaryScans } from './ordinary.mjs'
import { benchPixels } from './pixels.mjs'
import { benchCarriers, benchCovered, benchLifted, benchOrdinary } from './verdicts.mjs'

const head = `# What the page hides: measured

\`npm run bench:hidden\` prints these tables. All documents are invented. A line that a careful poster would want to hide (level,
telegram number, internal mark) is covered in the ways people use: in a picture editor after the scan (_edited_), or on the paper
before it (_laid_); scans of five qualities, and pages that were never scanned (_drawn_). Each has its uncovered twin. Ordinary
pages are notices, forms, tables with shaded heads, slide exports, charts, photographs, receiving stamps, bar codes, handwriting,
posters; nothing is hidden on them. The development part is the one the detectors were set by; the test part has other
typefaces, words and documents.

- **found**: a mark of any kind over the hidden line; in brackets, called by its own name.
- **blocked as hidden**: \`redacted-mark\`, \`covered-text\` or two tells of the head; what blocks for another reason does not count.
- **to be told as**: what a sentence no rule knows must come to by its hiding alone; a mark always blocks. _LibreOffice_: saved
  by it from one source in each format.
- **read**: the hidden text stands in a finding, its star, brackets and spaces aside.

Not found, because no trace is left in the pixels: white over white on drawn pages and faxes, blank paper scanned together with
blank paper, paper cloned from elsewhere on the page.

Not found either: hatching one can almost read through and spray higher than 26 mm, on scans; stickers with faces; white from the
upper edge over the whole width of the sheet, which scanners leave too.

Not seen as hidden: text under a shape on a sheet of .xls or .ods; words of an SVG drawing cut away by a clip path or mask.
`

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    documents: { type: 'string', default: '14' },
    ordinary: { type: 'string', default: '300' },
    every: { type: 'string', default: '7' },
    only: { type: 'string', default: 'pixels,covered,ordinary,lifted,carriers' },
    product: { type: 'string', default: new URL('../../..', import.meta.url).pathname },
    write: { type: 'boolean', default: false },
  },
})
const { part, product } = values
const wanted = new Set(values.only.split(','))
const folder = folderFor(part)
const scans = { folder, part, count: Number(values.documents) }
const needsScans = ['pixels', 'covered', 'lifted'].some((name) => wanted.has(name))
const rows = needsScans ? [...(await coveredScans(scans)), ...(await drawnPages(scans))] : []
const plain =
  wanted.has('pixels') || wanted.has('ordinary')
    ? await ordinaryScans({ folder, part, count: Number(values.ordinary) })
    : []

const sections = []
const section = async (name, title, bench) => {
  if (!wanted.has(name)) return
  console.error(name)
  sections.push(`### ${title}`, await bench())
}
if (wanted.has('pixels')) sections.push(await benchPixels(rows, plain, product))
await section('covered', `Every ${values.every}th covered scan through the whole command`, () =>
  benchCovered(
    rows.filter((_, index) => index % Number(values.every) === 0),
    product,
  ),
)
await section('ordinary', 'Ordinary pages through the whole command', () => benchOrdinary(plain, product))
await section('lifted', 'Drawn over a scan in a PDF', async () => {
  const twins = rows.filter(({ cover }) => cover === 'none').slice(0, 20)
  return benchLifted(await liftedScans({ folder: join(folder, 'lifted'), twins }), product)
})
await section('carriers', 'Hidden in files that keep their text', async () =>
  benchCarriers(
    [
      ...(await carrierFiles({ folder: join(folder, 'carriers'), part, count: 3 })),
      ...officeCarriers({ folder: officeFolder() }),
    ],
    product,
  ),
)

const text = `## The ${part} part\n\nMeasured on ${machine()}.\n\n${sections.join('\n\n')}\n`
console.log(text)
if (values.write) {
  const path = new URL('../../../docs/hidden.md', import.meta.url)
  const old = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const parts = new Map(
    old.split(/^(?=## The )/m).map((each) => [/^## The (\w+) part/.exec(each)?.[1] ?? '', each]),
  )
  parts.set(part, text)
  parts.set('', head)
  const order = ['', 'dev', 'test'].filter((name) => parts.has(name))
  writeFileSync(path, order.map((name) => `${parts.get(name).trim()}\n`).join('\n'))
}
