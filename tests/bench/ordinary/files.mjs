/** The files of some folders, each with its kind and the hash of what is in it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'

/**
 * @typedef {{path: string, kind: string, hash: string}} Kept
 *
 * @param {string[]} folders
 * @param {{every: string, only: string}} some every Nth of a kind; only paths that hold a text
 * @returns {Kept[]} each content once, in the order of their paths
 */
export function gathered(folders, { every, only }) {
  const known = new Set()
  const counts = new Map()
  const files = folders.flatMap((folder) => filesIn(resolve(folder)))
  return files.flatMap(({ path, kind }) => {
    if (!path.includes(only)) return []
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    if (count % Number(every) !== 0) return []
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
    if (known.has(hash)) return []
    known.add(hash)
    return [{ path, kind, hash }]
  })
}

/** The kind of a file is the folder directly below `top` that it lies in. */
function filesIn(top) {
  if (statSync(top).isFile()) return [{ path: top, kind: basename(resolve(top, '..')) }]
  const names = readdirSync(top, { recursive: true }).sort()
  return names.flatMap((name) => {
    const path = join(top, name)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return []
    return [{ path, kind: name.includes(sep) ? name.split(sep)[0] : basename(top) }]
  })
}
