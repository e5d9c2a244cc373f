/** Sources of pages (Vue, JSP, PHP, ASP and their kin): the page they write, and their code line by line. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import type { LineReader } from '../shared/stated.js'
import { markedLines } from './plain.js'
import { wholeReader } from './whole.js'

const codes: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<%', '%>'],
  ['<script', '</script'],
  ['<style', '</style'],
]

export function templateReader(fragments: Fragments): LineReader {
  return wholeReader(fragments, (text) => sourceLines(text, fragments))
}

function* sourceLines(text: string, fragments: Fragments): Generator<Line> {
  const tell = markedLines(fragments)
  const { page, code } = split(text)
  // What a component shows stands in its template.
  const shown = page.replace(/<(\/?)template(?=[\s>])/gi, '<$1section')
  const lines = fragments.linesOf(`<main>${shown}`, { at: { line: 1 }, rows: true })
  if (lines) yield* lines
  for (const { row, rows } of lines ? code : [{ row: 0, rows: text.split('\n') }])
    for (const [index, each] of rows.entries()) yield* tell({ text: each, number: row + index + 1 })
}

/** The page with its code left out, line ends kept; the code in rows, with the first one's number from 0. */
function split(text: string): { page: string; code: { row: number; rows: string[] }[] } {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const code: { row: number; rows: string[] }[] = []
  const opening = /<\?|<%|<(?:script|style)(?=[\s>])/g
  let page = ''
  let from = 0
  let row = 0
  for (let found = opening.exec(lower); found; found = opening.exec(lower)) {
    const mark = codes.find(([start]) => start === found![0])![1]
    const close = lower.indexOf(mark, found.index)
    const end = close < 0 ? text.length : close + mark.length
    const before = text.slice(from, found.index)
    const rows = text.slice(found.index, end).split('\n')
    row += count(before)
    code.push({ row, rows: rows.map((each) => each.replace(/\r$/, '')) })
    page += `${before} ${'\n'.repeat(rows.length - 1)}`
    row += rows.length - 1
    from = end
    opening.lastIndex = end
  }
  return { page: page + text.slice(from), code }
}

const count = (text: string): number => text.split('\n').length - 1
