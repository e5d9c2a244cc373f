/**
 * `npm run bench:product -- --product DIR [--times 5] [--only page,html,scans,pages] [--scans 40]`
 *
 * This build held against another, run about so that both meet the same weather: medians of wall and processor time, and the
 * most memory all processes held. A ratio above 1 means that this build takes more.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './machine.mjs'
import { run, secscan } from './run.mjs'
import { markdown, median, megabytes, ratio, seconds } from './table.mjs'
import { textPdf } from './text-pdf.mjs'

const { values } = parseArgs({
  options: {
    product: { type: 'string' },
    times: { type: 'string', default: '5' },
    scans: { type: 'string', default: '40' },
    html: { type: 'string', default: '2000' },
    only: { type: 'string', default: 'page,html,scans,pages' },
  },
})
if (!values.product) throw new Error('--product DIR: the folder of the other build')
const fixtures = new URL('../../fixtures/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'secscan-product-'))

function folderOf(name, count, write) {
  const inner = join(folder, name)
  mkdirSync(inner)
  for (let at = 0; at < count; at++) write(inner, at)
  return inner
}
const page = (at) =>
  `<!doctype html><meta charset="utf-8"><title>第${at}号公告</title><h1>关于春季植树的公告</h1>${`<p>各乡镇要备好苗木，第${at}批三月底以前栽完。</p>`.repeat(8)}`

const tasks = {
  page: () => ['one-page PDF', [join(fixtures, 'scan/public-pdf/公告.pdf')]],
  html: () => [
    `${values.html} small HTML files`,
    [folderOf('html', Number(values.html), (into, at) => writeFileSync(join(into, `${at}.html`), page(at)))],
  ],
  scans: () => [
    `${values.scans} scans`,
    [
      folderOf('scans', Number(values.scans), (into, at) =>
        copyFileSync(join(fixtures, 'doctor/scan.jpg'), join(into, `${at}.jpg`)),
      ),
    ],
  ],
  pages: () => ['PDF of 1,000 pages', [textPdf(1000)]],
}

const builds = [secscan, [process.execPath, join(values.product, 'bin/secscan.js')]]
const rows = []
for (const name of values.only.split(',')) {
  const [title, paths] = tasks[name]()
  const runs = builds.map(() => [])
  for (let time = 0; time < Number(values.times); time++)
    for (const [index, build] of builds.entries())
      runs[index].push(await run([...build, '--format', 'json', ...paths], { watch: true }))
  const [own, other] = runs.map((all) => ({
    ms: median(all.map(({ ms }) => ms)),
    cpu: median(all.map(({ cpu }) => cpu)),
    peak: median(all.map(({ peak }) => peak)),
  }))
  const pair = (what, told) => `${told(own[what])} / ${told(other[what])} = ${ratio(own[what], other[what])}`
  rows.push([title, pair('ms', seconds), pair('cpu', seconds), pair('peak', megabytes)])
  console.error(`… ${rows.at(-1).join(' | ')}`)
}
rmSync(folder, { recursive: true })
const head = ['task', 'wall', 'processors', 'peak memory']
console.log(
  `Measured on ${machine()}; this build / the other, median of ${values.times} runs turn about.\n\n${markdown(head, rows)}`,
)
