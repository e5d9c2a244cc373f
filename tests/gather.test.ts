import { expect, it } from 'vitest'
import { gather } from '../src/gather.js'
import type { Observation } from '../src/inspect.js'
import type { Document, Hit, Step } from '../src/types.js'

const hit = (page: number): Hit => ({
  rule: 'identity-number',
  level: 'block',
  term: String(page),
  quote: '',
  place: [{ name: '名单.pdf', page, box: [0, 0, 9, 9], pageSize: [90, 90] }],
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  evidence: [],
  picture: { bytes: new Uint8Array(1), type: 'image/jpeg', width: 1, height: 1, box: [0, 0, 1, 1] },
})

it('of a document read in ranges, each with its first pictures, only the first three of the whole are kept', () => {
  const ranges: Observation[] = [
    { kind: 'hits', hits: [1, 2, 3].map(hit) },
    { kind: 'hits', hits: [64, 65, 66].map(hit) },
  ]
  const { inspection, excerpts } = gather([{ name: '名单.pdf' }], ranges)
  expect(inspection.findings.map(({ id }) => excerpts.get(id)?.picture !== undefined)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

const place = [{ name: '名单.pdf' }] as const
const inspected = (seen: readonly Observation[]) => gather(place, seen).inspection
const document = (over: Partial<Document> = {}, ...inner: Step[]): Observation => ({
  kind: 'document',
  document: {
    place: [...place, ...inner],
    format: 'pdf',
    hash: 'a1',
    pages: 0,
    ocrPages: 0,
    pictures: 0,
    notes: [],
    ...over,
  },
})
const page = (number: number | null, looked = 0, whole = false): Observation => ({
  kind: 'page',
  place: [...place],
  number,
  looked,
  whole,
})

it('a document read in ranges is one document; only the first range knows its hash', () => {
  const { documents, hash } = inspected([document(), page(1), document({ hash: '' }), page(65)])
  expect(hash).toBe('a1')
  expect(documents).toMatchObject([{ hash: 'a1', pages: 2 }])
})

it('counts pages that have a number, pages read by OCR as a whole, and pictures read on others', () => {
  const seen = [document(), page(1), page(null), page(2, 1, true), page(3, 2), page(4, 0, true)]
  expect(inspected(seen).documents).toMatchObject([{ pages: 4, ocrPages: 1, pictures: 2 }])
})

it('what is seen after an attachment was opened counts for the document it was seen in', () => {
  const inner: Step = { name: '附件.pdf' }
  const seen = [
    document(),
    page(1),
    document({ hash: 'b2' }, inner),
    { ...page(1), place: [...place, inner] } as Observation,
    page(2),
    { ...page(null, 1), place: [...place, { name: 'cache', part: 'cell' }] } as Observation,
    { kind: 'note', place: [...place], detail: { code: 'dxf.words-only' } } as Observation,
  ]
  const { documents } = inspected(seen)
  expect(documents.map(({ pages, pictures, notes }) => [pages, pictures, notes.length])).toEqual([
    [2, 1, 1],
    [1, 0, 0],
  ])
})

it('two gaps of one cause in one document have ids of their own, the same in every run', () => {
  const gap: Observation = {
    kind: 'gap',
    cause: 'illegible',
    place: [...place],
    detail: { code: 'ocr.illegible' },
  }
  const ids = () => inspected([document(), gap, gap]).gaps.map(({ id }) => id)
  expect(new Set(ids()).size).toBe(2)
  expect(ids()).toEqual(ids())
})

it('equal parts of one file have findings and clues with ids of their own', () => {
  const inner = (name: string): Step[] => [{ name }]
  const seen = ['一.docx', '二.docx', '三.docx'].flatMap((name): Observation[] => {
    const at = [...place, ...inner(name)] as unknown as Hit['place']
    const one = { ...hit(1), place: at }
    const clue = { name: 'label', hit: { ...one, rule: 'secret-list' }, count: 1, weight: 3, most: 1 }
    const terms = { least: { label: 1 }, bars: { review: 1, block: 9 } }
    return [
      document({ hash: 'same' }, ...inner(name)),
      { kind: 'hits', hits: [one, one], clues: [{ ...clue, terms }] },
    ]
  })
  // A part its reader names without opening it is keyed by the file.
  const named = ['页一', '页二'].map((name): Observation => {
    const at = [...place, { name }] as unknown as Hit['place']
    return { kind: 'hits', hits: [{ ...hit(1), place: at }] }
  })
  const { findings, clues } = inspected([document(), ...seen, ...named])
  const ids = [...findings, ...clues.map(({ finding }) => finding)].map(({ id }) => id)
  expect(ids).toHaveLength(11)
  expect(new Set(ids).size).toBe(11)
})

it('an id ends with the document it was given in: other bytes, another id', () => {
  const gap: Observation = {
    kind: 'gap',
    cause: 'corrupt',
    place: [...place],
    detail: { code: 'scan.empty' },
  }
  const ids = (hash: string) => {
    const { findings, gaps } = inspected([document({ hash }), { kind: 'hits', hits: [hit(1)] }, gap])
    return [...findings, ...gaps].map(({ id }) => id)
  }
  const [one, other] = [ids('a1'), ids('b2')]
  expect(one).toHaveLength(2)
  expect(one.filter((id) => other.includes(id))).toEqual([])
})

it('what the input is called changes no id', () => {
  const ids = (name: string) => {
    const outer = [{ name }] as const
    const gap: Observation = { kind: 'gap', cause: 'corrupt', place: [...outer, { name: 'a.zip' }], detail: { code: 'scan.empty' } } // prettier-ignore
    const one = { ...hit(1), place: [{ ...hit(1).place[0], name }] as const }
    const named = {
      ...document(),
      document: { ...(document() as { document: Document }).document, place: outer },
    }
    const { inspection } = gather(outer, [named as Observation, { kind: 'hits', hits: [one] }, gap])
    return [...inspection.findings, ...inspection.gaps].map(({ id }) => id)
  }
  expect(ids('甲.pdf')).toEqual(ids('乙.pdf'))
})

it('a finding holds facts; words and pictures stand in its excerpt', () => {
  const words = { code: 'match.beside', args: { words: '某某县', count: 2 } } as const
  const seen = [
    document(),
    { kind: 'hits', hits: [{ ...hit(1), quote: '机密★10年', evidence: [words] }] } as const,
  ]
  const { inspection, excerpts } = gather(place, seen)
  expect(JSON.stringify(inspection)).not.toMatch(/机密|某某县/)
  expect(inspection.findings).toMatchObject([
    { quoted: true, evidence: [{ code: 'match.beside', args: { count: 2 } }] },
  ])
  expect(excerpts.get(inspection.findings[0]!.id)).toMatchObject({ quote: '机密★10年', evidence: [words] })
})
