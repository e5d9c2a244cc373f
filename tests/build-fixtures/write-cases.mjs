/** Writes the cases of one format: fixtures/extract/<format>/<case>/<file>. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @param {string} format @param {Record<string, Record<string, Buffer | string>>} cases files by case; the first is `input.*` */
export function writeCases(format, cases) {
  const root = new URL(`../../fixtures/extract/${format}/`, import.meta.url).pathname
  const wanted = process.argv.slice(2)
  for (const [name, files] of Object.entries(cases)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const [file, content] of Object.entries(files)) {
      const target = join(root, name, file)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
      console.log(`${name}/${file}`, Buffer.byteLength(content))
    }
  }
}
