/** What was judged, kept by build and by content: a line of JSON each, so that a run that is stopped loses nothing. */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const scratch = new URL('../../.scratch/ordinary/', import.meta.url).pathname
const results = join(scratch, 'results')

/** Changes with anything in these folders of a build. */
export function printOf(product, folders) {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const name of readdirSync(join(product, folder), { recursive: true }).sort()) {
      const path = join(product, folder, name)
      if (!name.endsWith('.map') && statSync(path).isFile()) hash.update(name).update(readFileSync(path))
    }
  return hash.digest('hex').slice(0, 12)
}

/**
 * @typedef {{level: string, name: string, said: string, page: number | null, box: number[] | null}} Alarm boxes are fractions of the upright page
 * @typedef {{verdict: string, alarms: Alarm[]}} Result
 *
 * @returns {{has(hash: string): boolean, get(hash: string): Result, add(hash: string, result: Result): void}}
 */
export function keeper(product, isStage) {
  mkdirSync(results, { recursive: true })
  const print = printOf(product, isStage ? ['src', 'rules'] : ['dist', 'rules'])
  const path = join(results, `${print}${isStage ? '-stage' : ''}.jsonl`)
  const known = new Map(linesOf(path))
  return {
    has: (hash) => known.has(hash),
    get: (hash) => known.get(hash),
    add(hash, result) {
      known.set(hash, result)
      appendFileSync(path, `${JSON.stringify([hash, result])}\n`)
    },
  }
}

/** Contents that rang when they were last looked at, by whichever build. @returns {Set<string>} */
export function rangBefore() {
  const paths = existsSync(results) ? readdirSync(results).map((name) => join(results, name)) : []
  const inTurn = paths.sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
  const last = new Map(inTurn.flatMap(linesOf))
  const isAlarm = ({ level }) => level !== 'note'
  return new Set([...last].filter(([, { alarms }]) => alarms.some(isAlarm)).map(([hash]) => hash))
}

function linesOf(path) {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.endsWith(']')).map((line) => JSON.parse(line))
}
