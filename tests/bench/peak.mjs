/** Peak memory of whole runs: a long text PDF, and OCR in two processes. */
import { labelledScans } from './ocr.mjs'
import { buildScans } from '../corpus/scans.mjs'
import { run, secscan } from './run.mjs'
import { markdown, megabytes } from './table.mjs'
import { textPdf } from './text-pdf.mjs'

export async function benchMemory({ quick, part }) {
  const pages = quick ? 100 : 1000
  const scans = labelledScans(await buildScans({ part, count: quick ? 20 : 200 })).slice(0, quick ? 6 : 40)
  const text = await run([...secscan, '--format', 'json', textPdf(pages)], { watch: true })
  const files = scans.map((scan) => scan.path)
  const ocr = await run([...secscan, '--jobs', '2', '--format', 'json', ...files], { watch: true })
  const rows = [
    [`text PDF of ${pages} pages`, megabytes(text.peak)],
    [`${scans.length} scans, two processes`, megabytes(ocr.peak)],
  ]
  return `### Peak memory (sum of PSS over all processes)\n\n${markdown(['run', 'peak'], rows)}`
}
