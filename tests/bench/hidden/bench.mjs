/**
 * `npm run bench:hidden -- [--part dev|test] [--documents N] [--ordinary N] [--every N] [--only pixels,covered,ordinary,lifted,carriers] [--product DIR] [--write]`
 *
 * Prints Markdown tables; `--write` puts them into docs/hidden.md, in place of those of the same part. Needs Chromium,
 * poppler and Debian's Chinese fonts; the product must be built (`--product`: another build). The pictures are kept under
 * tests/.scratch/ and built again when their makers change. `--every`: each Nth covered scan goes through the whole command.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../machine.mjs'
import { carrierFiles } from './carriers.mjs'
import { coveredScans } from './covered.mjs'
import { drawnPages } from './drawn.mjs'
import { folderFor } from './folder.mjs'
import { liftedScans } from './lifted.mjs'
import { ordinaryScans } from './ordinary.mjs'
import { benchPixels } from './pixels.mjs'
import { benchCarriers, benchCovered, benchLifted, benchOrdinary } from './verdicts.mjs'

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
const rows = [...(await coveredScans(scans)), ...(await drawnPages(scans))]
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
  benchCarriers(await carrierFiles({ folder: join(folder, 'carriers'), part, count: 3 }), product),
)

const text = `## The ${part} part\n\nMeasured on ${machine()}.\n\n${sections.join('\n\n')}\n`
console.log(text)
if (values.write) {
  const path = new URL('../../../docs/hidden.md', import.meta.url)
  const head = '# What the page hides: measured\n\n`npm run bench:hidden` prints these tables.\n\n'
  const old = existsSync(path) ? readFileSync(path, 'utf8') : head
  const parts = new Map(
    old.split(/^(?=## The )/m).map((each) => [/^## The (\w+) part/.exec(each)?.[1] ?? '', each]),
  )
  parts.set(part, text)
  const order = ['', 'dev', 'test'].filter((name) => parts.has(name))
  writeFileSync(path, order.map((name) => `${parts.get(name).trim()}\n`).join('\n'))
}
