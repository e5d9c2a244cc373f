/** What the command says of files. */
import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'

/** Files in one run: few enough that a run that is stopped loses little. */
const batch = 30

/** @param {import('./files.mjs').Kept[]} files */
export async function byCommand(files, { product, kept, until }) {
  for (let from = 0; from < files.length && Date.now() < until; from += batch) {
    const some = files.slice(from, from + batch)
    const { inputs } = await run(some.map(({ path }) => path), product) // prettier-ignore
    const said = new Map(inputs.map((input) => [resolve('/', input.path), input]))
    for (const { path, hash } of some) kept.add(hash, resultOf(said.get(path)))
    console.error(`  ${from + some.length} of ${files.length}`)
  }
}

function run(paths, product) {
  const words = [
    join(product, 'bin/secscan.js'),
    '--format',
    'json',
    '--lang',
    'en',
    ...paths.map((path) => path.slice(1)),
  ]
  return new Promise((done, fail) => {
    execFile(process.execPath, words, { cwd: '/', maxBuffer: 1 << 28 }, (error, stdout) => {
      try {
        done(JSON.parse(stdout))
      } catch {
        fail(error)
      }
    })
  })
}

function resultOf({ verdict, findings, gaps }) {
  const placed = (place) => ({ page: place.at(-1).page ?? null, box: place.at(-1).box ?? null })
  const alarms = [
    ...findings.flatMap(({ level, rule, quote, evidence, place, alsoAt = [] }) =>
      [place, ...alsoAt].map((each) => ({
        level,
        name: rule,
        said: [quote, ...evidence.map(({ code }) => code)].join(' '),
        ...placed(each),
      })),
    ),
    ...gaps.map(({ cause, detail, place }) => ({
      level: 'gap',
      name: cause,
      said: detail,
      ...placed(place),
    })),
  ]
  return { verdict, alarms }
}
