/** Facts about a whole document, added up to a finding: its place, its bars, and what speaks against it. */
import { expect, it } from 'vitest'
import { weighFacts } from '../../src/judge/clues.js'
import type { ClueFact, Finding, Place } from '../../src/types.js'

const terms = { bars: { block: 9, review: 4 }, least: { number: 2, title: 0, public: 0 } }
const at = (page: number): Place => [{ name: 'a.pdf', page }]

function clue(
  name: string,
  count: number,
  weight: number,
  over: Partial<ClueFact & { place: Place }> = {},
): ClueFact {
  const { place = at(1), ...more } = over
  const finding = {
    id: `finding-${name}`,
    rule: 'people-list',
    level: 'block',
    places: [place],
  } as unknown as Finding
  return { id: name, finding, name, count, weight, most: 5, terms, ...more }
}
const told = (...clues: ClueFact[]) =>
  weighFacts(clues).map(({ id, level, places }) => [id, level, places[0][0].page])

it.each([
  [1, []],
  [3, []],
  [4, [['finding-number', 'review', 1]]],
  [5, [['finding-number', 'review', 1]]],
  [50, [['finding-number', 'review', 1]]],
])('%d times, of which five count: %j', (count, found) => {
  expect(told(clue('number', count, 1))).toEqual(found)
})

it('reaches the bar to block exactly, and no more than its rule may', () => {
  expect(told(clue('number', 5, 1), clue('title', 1, 4))).toEqual([['finding-number', 'block', 1]])
  expect(told(clue('number', 5, 1), clue('title', 1, 3))).toEqual([['finding-number', 'review', 1]])
  const mild = clue('number', 5, 1)
  const capped = { ...mild, finding: { ...mild.finding, level: 'review' as const } }
  expect(told(capped, clue('title', 1, 4))).toEqual([['finding-number', 'review', 1]])
})

it('needs the least of each, however much there is of others', () => {
  expect(told(clue('number', 1, 9))).toEqual([])
  expect(told(clue('title', 5, 9))).toEqual([])
})

it('stands at its first clue, and adds up over pages of one document', () => {
  const pages = [2, 3].map((page) => clue('number', 2, 1, { place: at(page) }))
  expect(told(...pages)).toEqual([['finding-number', 'review', 2]])
  expect(told(pages[0]!, clue('number', 2, 1, { place: [{ name: 'b.pdf', page: 3 }] }))).toEqual([])
})

it('tells what speaks for it and what against, with counts', () => {
  const [found] = weighFacts([clue('number', 5, 2), clue('title', 1, 0), clue('public', 1, -3)])
  expect(found).toMatchObject({ level: 'review', clues: ['number', 'title', 'public'] })
  expect(found!.evidence).toEqual([
    { code: 'match.clue', args: { count: 5 } },
    { code: 'match.clue', args: { count: 1 } },
    { code: 'match.clue-against', args: { count: 1 } },
  ])
})

it('what only speaks against it never leads', () => {
  const only = { ...terms, bars: { block: 9, review: -9 } }
  expect(told(clue('public', 2, -1, { terms: { ...only, least: { public: 0 } } }))).toEqual([])
})
