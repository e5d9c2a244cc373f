/** Heap of the main process over many one-line files, with `--output`: it must not grow with the site. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, secscan } from './run.mjs'
import { markdown, seconds } from './table.mjs'

const watch = new URL('heap-watch.mjs', import.meta.url).pathname
const perFolder = 1000

/** @param {{quick: boolean, files?: string | null}} options `files`: counts of files, apart by commas */
export async function benchHeap({ quick, files }) {
  const counts = (files ?? (quick ? '1000,10000' : '1000,10000,100000')).split(',').map(Number)
  const rows = []
  for (const count of counts) rows.push(await heapOver(count))
  const head = ['one-line files', 'main heap at most', 'time']
  return `### Heap of the main process with \`--output report.html\` (after collections)\n\n${markdown(head, rows)}`
}

async function heapOver(count) {
  const folder = mkdtempSync(join(tmpdir(), 'secscan-heap-'))
  try {
    for (let at = 0; at < count; at++) {
      const inner = join(folder, '站点', String(Math.floor(at / perFolder)))
      if (at % perFolder === 0) mkdirSync(inner, { recursive: true })
      writeFileSync(join(inner, `${at}.txt`), `第${at}号：联系电话 138${String(10_000_000 + at)}\n`)
    }
    const told = join(folder, 'heap')
    const output = ['--format', 'html', '--output', join(folder, 'report.html')]
    const [node, ...program] = secscan
    const command = [node, '--import', watch, ...program, ...output, '--ocr', 'off', join(folder, '站点')]
    const { ms, code } = await run(['env', `HEAP_TOLD=${told}`, ...command])
    if (code !== 0 && code !== 1) throw new Error(`secscan ended with ${code}`)
    return [
      count.toLocaleString('en'),
      `${(Number(readFileSync(told, 'utf8')) / 2 ** 20).toFixed(1)} MB`,
      seconds(ms),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
