/** The pass that decides where patterns run. */
import { expect, test } from 'vitest'
import { openScout } from '../../src/match/scout.js'
import { normalise } from '../../src/normalise/index.js'
import { text } from './pages.js'

const survey = (content: string, ...triggers: { keywords: string[]; digits?: number }[]) =>
  openScout(triggers).survey(normalise(text(content)))

test('a trigger is seen only in the passages that hold it', () => {
  const [secret, internal] = survey('正文\n机密★10年\n正文', { keywords: ['机密'] }, { keywords: ['内部'] })
  expect(secret).toEqual([{ start: 3, end: 9, from: 3, to: 3 }])
  expect(internal).toEqual([])
})

test('white space and zero-width characters do not hide a keyword', () => {
  expect(survey('机\u200b　密', { keywords: ['机密'] })[0]).toHaveLength(1)
})

test('digits count across single blanks and hyphens, not across anything else', () => {
  const eleven = { keywords: [], digits: 11 }
  expect(survey('139 1234-0567', eleven)[0]).not.toHaveLength(0)
  expect(survey('139，1234，0567', eleven)[0]).toHaveLength(0)
  expect(survey('1391234056', eleven)[0]).toHaveLength(0)
})

test('near keywords share a stretch, far ones do not', () => {
  const far = `机密${'一'.repeat(400)}机密`
  expect(survey('机密机密', { keywords: ['机密'] })[0]).toHaveLength(1)
  expect(survey(far, { keywords: ['机密'] })[0]).toHaveLength(2)
})

test('one keyword may wake several triggers, and one that begins like another is told apart', () => {
  const woken = survey(
    '不得外传',
    { keywords: ['不得'] },
    { keywords: ['不予', '不得'] },
    { keywords: ['不公开'] },
  )
  expect(woken.map((stretches) => stretches.length)).toEqual([1, 1, 0])
})
