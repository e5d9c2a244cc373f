/** The generator keeps its promises: same seed, same document; parts apart; marks where the standard wants them. */
import { describe, expect, it } from 'vitest'

// Plain JavaScript with JSDoc types: the generator runs without a compiler.
const load = (file: string) => import(new URL(file, import.meta.url).href)
const { documentAt, documents, printedText } = await load('./documents.mjs')
const { familiesOf } = await load('./typefaces.mjs')
const { brokenLines } = await load('./paper.mjs')

describe('documents', () => {
  it('are the same for the same number', () => {
    expect(documentAt('dev', 17)).toEqual(documentAt('dev', 17))
    expect(documentAt('dev', 17).paper).not.toEqual(documentAt('dev', 27).paper)
  })

  it('of the two parts share no typeface', () => {
    const shared = familiesOf('dev').filter((family: string) => familiesOf('test').includes(family))
    expect(shared).toEqual([])
  })

  it('print the mark that must be found', () => {
    for (const made of documents('dev', 260)) {
      if (!made.expected.mark) continue
      const text = printedText(made.paper).join('').replace(/\s/g, '')
      expect(`${made.name} ${text}`).toContain(made.expected.mark.replace(/\s/g, ''))
    }
  })

  it('keep every line on the paper', () => {
    for (const { paper } of documents('test', 130))
      for (const line of paper.printed) {
        expect(line.y).toBeGreaterThan(0)
        expect(line.y + line.size * 0.35).toBeLessThan(paper.height)
      }
  })

  it('put copy number, level and urgency in this order in the corner', () => {
    const made = documents('dev', 260).filter((each: { layout: string }) => each.layout === 'general')
    for (const { paper } of made) {
      const corner = paper.printed.filter((line: { role?: string }) =>
        ['copy', 'mark', 'urgency'].includes(line.role ?? ''),
      )
      const tops = corner.map((line: { y: number }) => line.y)
      expect(tops).toEqual([...tops].sort((one, other) => one - other))
    }
  })
})

describe('lines of a paragraph', () => {
  it('never begin with a closing mark', () => {
    const lines: string[] = brokenLines('各单位要对照任务清单逐项梳理，明确时限。'.repeat(6), 28)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line).not.toMatch(/^[，。]/)
  })
})
