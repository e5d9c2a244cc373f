/** Where the pictures of this bench are kept: a folder whose name changes with anything that makes them. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generatorPrint, scratch } from '../../corpus/scans.mjs'

const makers = ['brush', 'carriers', 'covered', 'covers', 'drawn', 'lifted', 'ordinary', 'perspective']

/** @param {'dev'|'test'} part */
export function folderFor(part) {
  const hash = createHash('sha256')
  const figures = readdirSync(new URL('ordinary/', import.meta.url)).sort()
  for (const name of [...makers.map((maker) => `${maker}.mjs`), ...figures.map((file) => `ordinary/${file}`)])
    hash.update(readFileSync(new URL(name, import.meta.url)))
  return join(scratch, `hidden-${part}-${generatorPrint()}-${hash.digest('hex').slice(0, 8)}`)
}

/** Office files are made apart from the pictures, which take longer. */
export function officeFolder() {
  const hash = createHash('sha256').update(readFileSync(new URL('office-carriers.mjs', import.meta.url)))
  return join(scratch, `hidden-office-${hash.digest('hex').slice(0, 8)}`)
}
