/** What is kept of a file holds no text of it: neither by its type nor in what is written. */
import { expect, expectTypeOf, it } from 'vitest'
import { type FileRecord, type Judged, recordOf } from '../../src/index.js'
import { judge } from '../../src/judge/index.js'
import { inspectionOf, marked } from '../report/sample-run.js'

/** Every key at any depth. */
type Keys<T> = T extends readonly (infer Item)[]
  ? Keys<Item>
  : T extends object
    ? keyof T | { [K in keyof T]: Keys<T[K]> }[keyof T]
    : never

const about = { day: '2026-05-01', rules: '0123' }
const terms = { day: '2026-05-01', organs: [], strict: false }

it('has no place for excerpts, quotes, evidence, words or pictures, however deep', () => {
  expectTypeOf<Extract<Keys<FileRecord>, 'quote' | 'excerpts' | 'evidence' | 'revealed' | 'picture' | 'term' | 'detail'>>().toBeNever() // prettier-ignore
  expectTypeOf<Parameters<typeof recordOf>[0]>().toEqualTypeOf<Judged>()
})

it('tells what was found by ids, and survives being stored', () => {
  const record = recordOf(judge(inspectionOf(marked), terms), about)
  expect(record).toMatchObject({
    name: '通知.pdf',
    ...about,
    verdict: { decision: 'block', complete: false },
    findings: expect.arrayContaining([{ id: '00aa', rule: 'state-secret-mark', level: 'block', places: 1 }]),
    gaps: [{ id: 'dd', cause: 'encrypted' }],
    waived: [],
    pages: 3,
  })
  expect(JSON.parse(JSON.stringify(record))).toEqual(record)
})

it('leaves text behind that somebody hands in with the facts', () => {
  const judged = judge(inspectionOf(marked), terms)
  const [first, ...others] = judged.inspection.findings
  const careless = { ...first!, quote: '机密★20年', picture: new Uint8Array(3) }
  const inspection = { ...judged.inspection, findings: [careless, ...others], excerpts: { x: '机密★20年' } }
  const written = JSON.stringify(recordOf({ ...judged, inspection }, about))
  expect(written).not.toMatch(/机密|★|picture|excerpts/)
})

it('keeps who answers for what was let through', () => {
  const id = marked.gaps[0]!.id
  const waiver = { id, reason: '旧稿', by: '林某某', until: '2026-06-30', where: 'secscan.yaml:3' }
  const waivers = { byId: new Map([[id, waiver]]), marks: new Set<string>() }
  const record = recordOf(judge(inspectionOf(marked), { ...terms, waivers }), about)
  expect(record.waived).toEqual([{ id, by: '林某某', until: '2026-06-30' }])
  expect(record.gaps).toEqual([])
})
