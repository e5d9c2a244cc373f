/**
 * Builds fixtures/scan: `node tests/build-fixtures/scan.mjs [case…]`. Needs Chromium, poppler, qpdf, LibreOffice,
 * ImageMagick and Debian's Chinese fonts. Each case is a folder with its inputs and `expected.json`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cropCases } from './scan-crops.mjs'
import { faultCases } from './scan-faults.mjs'
import { formatCases } from './scan-formats.mjs'
import { layerCases } from './scan-layers.mjs'
import { nestedCases } from './scan-nested.mjs'
import { pageCases } from './scan-pages.mjs'

const root = new URL('../../fixtures/scan/', import.meta.url).pathname
const wanted = process.argv.slice(2)

/**
 * What a case expects.
 * @typedef {object} Expected
 * @property {string[]} args paths inside the case's folder, as given on the command line
 * @property {0|1|3} exit
 * @property {'publish'|'block'} verdict
 * @property {string[]} rules kinds of finding at level block, sorted; empty where nothing may block
 * @property {string[]} gaps causes of gaps, sorted
 */

for (const [name, build] of Object.entries({
  ...pageCases,
  ...layerCases,
  ...nestedCases,
  ...faultCases,
  ...formatCases,
  ...cropCases,
})) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = join(root, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { rules = [], gaps = [], ...said } = await build(folder)
  const exit = rules.length > 0 ? 1 : gaps.length > 0 ? 3 : 0
  const expected = {
    args: said.args,
    exit,
    verdict: exit === 0 ? 'publish' : 'block',
    rules,
    gaps,
    what: said.what,
  }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
}
