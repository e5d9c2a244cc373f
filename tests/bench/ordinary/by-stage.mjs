/** The stages of a build's sources run in this process; what its engine read from a picture is kept. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { deserialize, serialize } from 'node:v8'
import { printOf, scratch } from './kept.mjs'

const entry = `
export { inspect } from './src/inspect.ts'
export { gather } from './src/gather.ts'
export { judge } from './src/judge/index.ts'
export { openFile } from './src/inputs/file-source.ts'
export { compileRules } from './src/match/index.ts'
export { loadRules } from './src/ruleset/index.ts'
export { openBudget } from './src/budget.ts'
export { placeOf, fractions, innermost } from './src/place.ts'
export { openOcr } from './src/see/ocr/index.ts'
export { say } from './src/phrases/index.ts'
`

/** @param {import('./files.mjs').Kept[]} files */
export async function byStage(files, { product, kept, until }) {
  if (files.length === 0) return
  const stages = await import(pathToFileURL(await bundled(product)).href)
  const { rules } = await stages.loadRules()
  let reader = null
  const eyes = () => (reader ??= stages.openOcr('paddle').then((opened) => remembering(opened, product)))
  const tools = { matchers: stages.compileRules(rules), eyes, today: new Date().toISOString().slice(0, 10) }
  let count = 0
  for (const file of files) {
    if (Date.now() > until) break
    kept.add(file.hash, await resultOf(file, stages, tools))
    if (++count % 20 === 0) console.error(`  ${count} of ${files.length}`)
  }
  await (await reader)?.close()
}

/** The sources of a build in one file, told that they lie where they do. */
async function bundled(product) {
  const outfile = join(scratch, `stages-${printOf(product, ['src'])}.mjs`)
  await build({
    stdin: { contents: entry, resolveDir: product, loader: 'ts' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(product, 'dist/stages.js')).href) },
    outfile,
    logLevel: 'warning',
  })
  return outfile
}

async function resultOf({ path }, stages, tools) {
  const place = stages.placeOf({ name: path })
  const source = await stages.openFile(path, place, { folder: dirname(path), inspectedWhole: true })
  const seen = []
  try {
    for await (const one of stages.inspect(source, { budget: stages.openBudget() }, tools)) seen.push(one)
  } catch (error) {
    seen.push({ kind: 'gap', cause: 'crashed', place, detail: { code: 'ocr.illegible' } })
    console.error(`${path}: ${error.stack}`)
  }
  await source.close()
  const { inspection, verdict } = stages.judge(stages.gather(place, seen), { strict: false })
  return { verdict: verdict.decision, alarms: alarmsOf(inspection, stages) }
}

function alarmsOf({ findings, gaps }, { fractions, innermost, say }) {
  const placed = (place) => ({ page: innermost(place).page ?? null, box: fractions(innermost(place)) })
  return [
    ...findings.flatMap(({ level, rule, quote, evidence, places }) =>
      places.map((place) => ({
        level,
        name: rule,
        said: [quote, ...evidence.map(({ code }) => code)].join(' '),
        ...placed(place),
      })),
    ),
    ...gaps.map(({ cause, detail, place }) => ({
      level: 'gap',
      name: cause,
      said: say(detail, 'en'),
      ...placed(place),
    })),
  ]
}

/** Pixels and the sources of the engine decide what is read. */
function remembering(reader, product) {
  const folder = join(scratch, 'sheets', printOf(product, ['src/see/ocr']))
  mkdirSync(folder, { recursive: true })
  const read = async (raster, signal) => {
    const key = createHash('sha1')
      .update(`${raster.width}×${raster.scale} `)
      .update(raster.rgba)
      .digest('hex')
    const path = join(folder, key)
    if (existsSync(path)) return deserialize(readFileSync(path))
    const sheet = await reader.read(raster, signal)
    writeFileSync(path, serialize(sheet))
    return sheet
  }
  return { ...reader, read, close: () => reader.close() }
}
