/** Every file among the fixtures that a reader is meant to read. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../../fixtures/', import.meta.url).pathname

/** Absolute paths, in code point order. @param {string[]} rooms @returns {string[]} */
export function samples(rooms = ['extract', 'scan', 'see']) {
  return rooms
    .flatMap((room) => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('expected'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
