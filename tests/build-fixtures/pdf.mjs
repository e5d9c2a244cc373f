/** Builds fixtures/extract/pdf/<case>/input.pdf. Needs chromium, qpdf, ghostscript and poppler; the tests do not. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentCases } from './pdf-attachments.mjs'
import { carriedCases } from './pdf-carried.mjs'
import { damagedCases } from './pdf-damaged.mjs'
import { drawnCases } from './pdf-drawn.mjs'
import { extraCases } from './pdf-extras.mjs'
import { hiddenCases } from './pdf-hidden.mjs'
import { textCases } from './pdf-text.mjs'

const root = new URL('../../fixtures/extract/pdf/', import.meta.url).pathname
const cases = {
  ...textCases,
  ...drawnCases,
  ...extraCases,
  ...carriedCases,
  ...attachmentCases,
  ...hiddenCases,
  ...damagedCases,
}
const wanted = process.argv.slice(2)

for (const [name, build] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const target = join(folder, 'input.pdf')
  const built = build(target, (other) => join(root, other, 'input.pdf'))
  if (Buffer.isBuffer(built)) writeFileSync(target, built)
  console.log(name, readFileSync(target).length)
}
