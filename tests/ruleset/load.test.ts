/** Rule files: what is accepted, and how a mistake is told. */
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/errors.js'
import { compileRules, matchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { say } from '../../src/phrases/index.js'
import { readRules } from '../../src/ruleset/load.js'
import { text } from '../match/pages.js'
import { folderWith } from '../settings/folders.js'

const index = (rules: string): string => `
packs:
  own:
    title: { zh: 本单位, en: our own }
    version: 1.0.0
    date: '2026-01-01'
    default: true
    rules: [${rules}]
`
const rule = `id: own-code
family: pattern
level: review
title: { zh: 项目代号, en: project code }
why: { zh: 项目代号不公开, en: project codes are not public }
advice: internal-mark
pattern: 'QH-[0-9]{4}'
keywords: 'QH-'
examples:
  hit: [QH-1234]
  miss: [QH]
`

async function complaint(files: Record<string, string>, packs: string[] = []): Promise<string> {
  const folder = await folderWith(files)
  const error: unknown = await readRules({ folders: [folder], packs }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  return say((error as UsageError).said, 'en')
    .replaceAll(folder, '')
    .replaceAll('\\', '/')
}

describe('the rules that come with secscan', () => {
  test('default packs are on, the others only when asked for', async () => {
    const plain = await readRules()
    expect(plain.packs.filter(({ on }) => on).map(({ name }) => name)).toEqual(['core', 'personal', 'files'])
    const more = await readRules({ packs: ['tw'] })
    expect(more.rules.length).toBeGreaterThan(plain.rules.length)
    expect(more.hash).not.toBe(plain.hash)
  })

  test('are plain data that crosses a process border, and compile on the other side', async () => {
    const { rules } = await readRules()
    expect(structuredClone(rules)).toEqual(rules)
    const hits = matchPage(normalise(text('机密★10年')), compileRules(structuredClone(rules)), {
      day: '2026-05-01',
      organs: [],
    })
    expect(hits.map((hit) => hit.rule)).toEqual(['state-secret-mark'])
  })

  test('the hash is the same each time', async () => {
    expect((await readRules()).hash).toBe((await readRules()).hash)
  })

  test('every text is there in both languages, and advice begins with what not to do', async () => {
    const { rules } = await readRules({ packs: ['tw', 'us', 'military'] })
    for (const { title, why, advice } of rules) {
      for (const said of [title, why, advice]) expect(said.zh.length * said.en.length).toBeGreaterThan(0)
      expect(advice.zh).toMatch(/^不要/)
      expect(advice.zh).not.toMatch(/(?<!不要[^。]*)(?:删除|去掉|遮盖)标志/)
    }
  })
})

describe('a folder of rules', () => {
  test('adds its rules', async () => {
    const folder = await folderWith({ 'index.yaml': index('a.yaml'), 'a.yaml': rule })
    const { rules, packs } = await readRules({ folders: [folder] })
    expect(packs.at(-1)).toMatchObject({ name: 'own', version: '1.0.0', date: '2026-01-01', on: true })
    const hits = matchPage(normalise(text('见 QH-1234')), compileRules(rules), {
      day: '2026-05-01',
      organs: [],
    })
    expect(hits.map((hit) => [hit.rule, hit.level])).toEqual([['own-code', 'review']])
  })

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'an unknown key, with the nearest name',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('keywords:', 'keyword:') },
      /a\.yaml:8: unknown key keyword, did you mean keywords\?/,
    ],
    [
      'an unknown key deep inside',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('en: project code', 'eng: project code') },
      /a\.yaml:4: (?:unknown key eng|title\.en)/,
    ],
    [
      'a wrong value',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('level: review', 'level: high') },
      /a\.yaml:3: level has a wrong value/,
    ],
    [
      'a missing key',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace(/why:.*\n/, '') },
      /a\.yaml:\d+: why has a wrong value/,
    ],
    [
      'no examples that miss',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('miss: [QH]', 'miss: []') },
      /a\.yaml:11: examples\.miss/,
    ],
    [
      'a family nobody knows',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('pattern\n', 'patern\n') },
      /a\.yaml:2: no family of rules is called patern; try pattern/,
    ],
    [
      'a file that is not listed',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule, 'deep/b.yaml': rule },
      /deep\/b\.yaml is not listed/,
    ],
    [
      'a listed file that is not there',
      { 'index.yaml': index('a.yaml, b.yaml'), 'a.yaml': rule },
      /b\.yaml.*not exist/,
    ],
    ['no index', { 'a.yaml': rule }, /has no index\.yaml/],
    [
      'broken YAML',
      { 'index.yaml': index('a.yaml'), 'a.yaml': `${rule}  hit: [` },
      /a\.yaml:\d+ is not valid YAML/,
    ],
    [
      'a pattern that is none',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace("'QH-[0-9]{4}'", "'QH-[0-9'") },
      /bad regular expression/,
    ],
    [
      'a piece of grammar nobody wrote',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace("'QH-", "'{LEVELS}QH-") },
      /no piece of grammar is called LEVELS; the nearest is LEVEL/,
    ],
    [
      'a check nobody wrote',
      { 'index.yaml': index('a.yaml'), 'a.yaml': `${rule}check: identity-numbr\n` },
      /no check is called identity-numbr; the nearest is identity-number/,
    ],
    [
      'advice nobody wrote',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('internal-mark', 'internal-marks') },
      /no advice is called internal-marks; the nearest is internal-mark/,
    ],
    [
      'nothing to wake it',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace(/keywords:.*\n/, '') },
      /own-code has neither keywords nor digits/,
    ],
    [
      'an id that is taken',
      { 'index.yaml': index('a.yaml'), 'a.yaml': rule.replace('own-code', 'state-secret-mark') },
      /rule state-secret-mark is there twice/,
    ],
  ])('tells %s', async (_, files, wanted) => {
    expect(await complaint(files)).toMatch(wanted)
  })

  test('a pack nobody has is told with the nearest', async () => {
    const files = { 'index.yaml': index('a.yaml'), 'a.yaml': rule }
    expect(await complaint(files, ['militery'])).toMatch(/no pack is called militery; try military/)
  })
})
