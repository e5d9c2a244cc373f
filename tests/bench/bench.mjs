/**
 * `npm run bench -- [--quick] [--write] [--part dev|test] [--samples DIR] [--only matching,text,memory,heap,ocr]`
 *
 * Prints Markdown tables; `--write` puts them into docs/benchmarks.md. `--samples` adds a folder of labelled scans:
 * its labels.json is a list of {file, form: "scan", kind, verdict, mark, text, level}. Needs Chromium, poppler and
 * Debian's Chinese fonts for the generated documents; the product must be built.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { machine } from './machine.mjs'
import { benchOcr } from './ocr.mjs'
import { benchHeap } from './heap.mjs'
import { benchMatching } from './matching.mjs'
import { benchMemory } from './peak.mjs'
import { benchTextPdf } from './text-pdf.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    part: { type: 'string', default: 'dev' },
    samples: { type: 'string' },
    files: { type: 'string' },
    only: { type: 'string' },
  },
})
const benches = {
  matching: benchMatching,
  text: benchTextPdf,
  memory: benchMemory,
  heap: benchHeap,
  ocr: benchOcr,
}
const wanted = values.only?.split(',') ?? Object.keys(benches)
const options = {
  quick: values.quick,
  part: values.part,
  samples: values.samples ?? null,
  files: values.files ?? null,
}

const sections = [`Measured on ${machine()}.`]
for (const name of wanted) {
  console.error(`… ${name}`)
  sections.push(await benches[name](options))
}
const text = `${sections.join('\n\n')}\n`
console.log(text)
if (values.write) {
  const docs = new URL('../../docs/', import.meta.url).pathname
  mkdirSync(docs, { recursive: true })
  writeFileSync(`${docs}benchmarks.md`, `# Benchmarks\n\n\`npm run bench\` prints these tables.\n\n${text}`)
}
