/** The accuracy corpus is large enough, its parts are apart, and what it expects is on the paper. */
import { describe, expect, it } from 'vitest'

// Plain JavaScript with JSDoc types: the generator runs without a compiler.
const load = (file: string) => import(new URL(file, import.meta.url).href)
const { samplesOf } = await load('./plan.mjs')
const { wordingOf } = await load('./wording.mjs')
const { printedText } = await load('../documents.mjs')

type Sample = {
  made: {
    name: string
    layout: string
    faces: Record<string, string>
    paper: { printed: { text: string }[] }
    expected: { verdict: string; mark: string | null }
  }
  carrier: string
  level: string
}
const samples: Sample[] = samplesOf('dev')

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves)

describe('the accuracy corpus', () => {
  it('holds at least 600 documents to be found and 300 to be published', () => {
    const count = (verdict: string) => samples.filter(({ made }) => made.expected.verdict === verdict).length
    expect(count('block')).toBeGreaterThanOrEqual(600)
    expect(count('publish')).toBeGreaterThanOrEqual(300)
  })

  it('sets marks in at least eight typefaces', () => {
    const families = [...samples, ...(samplesOf('test') as Sample[])].map(({ made }) => made.faces['mark'])
    expect(new Set(families).size).toBeGreaterThanOrEqual(8)
  })

  it('of the same part is the same corpus every time', () => {
    expect(samplesOf('dev')).toEqual(samples)
  })

  it('has a wording of its own in each part', () => {
    const long = (part: string) => leaves(wordingOf(part)).filter((text) => text.length > 12)
    expect(long('test').filter((text) => long('dev').includes(text))).toEqual([])
  })

  it('shares no typeface between the parts', () => {
    const faces = (list: Sample[]) => new Set(list.flatMap(({ made }) => Object.values(made.faces)))
    const test = faces(samplesOf('test') as Sample[])
    expect([...faces(samples)].filter((family) => test.has(family))).toEqual([])
  })

  it('prints every mark whose reading is scored', () => {
    for (const { made, carrier } of samples) {
      if (!made.expected.mark || carrier !== 'scan') continue
      const text = printedText(made.paper).join('').replace(/\s/g, '')
      expect(`${made.name} ${text}`).toContain(made.expected.mark.replace(/\s/g, ''))
    }
  })
})
