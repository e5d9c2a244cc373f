/** Settings files and policies: what is accepted, what wins, and how a mistake is told. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRules } from '../../src/ruleset/load.js'
import { workerLimits } from '../../src/run/setup.js'
import { loadSettings } from '../../src/settings/index.js'
import { applyLevels } from '../../src/settings/levels.js'
import { optionsOf } from '../../src/settings/table.js'
import { whereOf } from '../../src/settings/layer.js'
import { complaint, folderWith } from './folders.js'

interface Around {
  readonly flags?: Readonly<Record<string, unknown>>
  readonly config?: string
  readonly policies?: readonly string[]
}

async function settingsOf(files: Readonly<Record<string, string>>, around: Around = {}) {
  const { flags = {}, config = null, policies = [] } = around
  return loadSettings(flags, { cwd: await folderWith(files), config, policies })
}
const failing = (files: Readonly<Record<string, string>>, around?: Around) =>
  complaint(() => settingsOf(files, around))

describe('secscan.yaml', () => {
  it('is not needed', async () => {
    const { options, entries } = await settingsOf({})
    expect(options).toEqual(optionsOf({}))
    expect(entries.every(({ origin }) => origin.kind === 'default')).toBe(true)
  })

  it('is read from the working directory, and each value knows its line', async () => {
    const { options, entries, contact } = await settingsOf({
      'secscan.yaml': 'strict: true\ncontact: 保密办\nlimits:\n  pages: 50\npacks: [tw]\n',
    })
    expect(options).toMatchObject({ strict: true, pages: 50, packs: ['tw'] })
    expect(contact).toBe('保密办')
    const where = Object.fromEntries(entries.map(({ key, origin }) => [key, whereOf(origin)]))
    expect(where).toMatchObject({
      strict: 'secscan.yaml:1',
      contact: 'secscan.yaml:2',
      'limits.pages': 'secscan.yaml:4',
      packs: 'secscan.yaml:5',
      'limits.bytes': '',
    })
  })

  it('keeps of a rule what was said: a reason and a name only where they are', async () => {
    const { levels } = await settingsOf({
      'secscan.yaml':
        'rules:\n  mobile-number: { level: block }\n  link-remote: { level: note, reason: r, by: b }\n',
    })
    expect(levels.map(({ origin: _origin, ...told }) => told)).toEqual([
      { rule: 'mobile-number', level: 'block' },
      { rule: 'link-remote', level: 'note', reason: 'r', by: 'b' },
    ])
  })

  it('tells of a list nobody added to that nothing was said', async () => {
    const { entries } = await settingsOf({ 'secscan.yaml': 'packs: []\n' })
    expect(entries.filter(({ key }) => key === 'packs')).toEqual([
      { key: 'packs', value: [], origin: { kind: 'default' } },
    ])
  })

  it('may be empty', async () => {
    expect((await settingsOf({ 'secscan.yaml': '# nothing yet\n' })).options).toEqual(optionsOf({}))
  })

  it('gives way to the command line, and lists grow', async () => {
    const { options } = await settingsOf(
      { 'secscan.yaml': 'format: json\npacks: [tw]\nlimits: { timeout: 60 }\n' },
      { flags: { format: 'text', packs: ['us'], timeout: 30 } },
    )
    expect(options).toMatchObject({ format: 'text', packs: ['tw', 'us'], timeout: 30 })
  })

  it('means seconds and megabytes as the flags do', async () => {
    const { options } = await settingsOf({ 'secscan.yaml': 'limits: { timeout: 60, memory: 800 }\n' })
    expect(workerLimits(options)).toEqual({ silence: 60_000, memory: 800 * 1024 ** 2 })
  })

  it('names folders from where it stands', async () => {
    const cwd = await folderWith({ 'conf/office.yaml': 'ruleFolders: [rules]\n' })
    const { options } = await loadSettings({}, { cwd, config: 'conf/office.yaml', policies: [] })
    expect(options).toMatchObject({ ruleFolders: [join(cwd, 'conf/rules')] })
  })

  it.each([
    ['stric: true\n', 'secscan.yaml:1: unknown key stric, did you mean strict?'],
    ['strict: true\nlimits:\n  page: 3\n', 'secscan.yaml:3: unknown key page, did you mean pages?'],
    ['strict: true\njobs: 0\n', 'secscan.yaml:2: jobs has a wrong value'],
    ['strict: perhaps\n', 'secscan.yaml:1: strict has a wrong value'],
    ['strict: true\nstrict: false\n', 'secscan.yaml:2 is not valid YAML'],
    [
      'rules:\n  mobile-number: { level: of }\n',
      'secscan.yaml:2: rules.mobile-number.level has a wrong value',
    ],
    [
      'waivers:\n  - { id: 0123456789abcdef, reason: r, by: b, until: 2026-02-30 }\n',
      'secscan.yaml:2: waivers.0.until has a wrong value',
    ],
    [
      'waivers:\n  - { id: 0123456789abcdef, reason: r, until: 2026-02-28 }\n',
      'secscan.yaml:2: waivers.0.by',
    ],
  ])('%j is told with its line', async (yaml, told) => {
    expect(await failing({ 'secscan.yaml': yaml })).toContain(told)
  })

  it('is not overlooked for the end of its name', async () => {
    expect(await failing({ 'secscan.yml': 'strict: true\n' })).toContain('secscan.yml')
  })

  it('must be there when it is named', async () => {
    expect(await failing({}, { config: 'office.yaml' })).toContain('office.yaml')
  })
})

describe('a policy', () => {
  const under = (own: string, policy: string, flags: Readonly<Record<string, unknown>> = {}) =>
    [
      { 'secscan.yaml': own, 'policy.yaml': policy },
      { policies: ['policy.yaml'], flags },
    ] as const

  it('holds where nobody says anything else', async () => {
    const { options, entries } = await settingsOf(
      ...under('', 'strict: true\nlimits: { pages: 9 }\npacks: [us]\n'),
    )
    expect(options).toMatchObject({ strict: true, pages: 9, packs: ['us'] })
    expect(entries.find(({ key }) => key === 'strict')?.origin.kind).toBe('policy')
  })

  it('can be tightened: a lower limit, another pack, strict', async () => {
    const { options } = await settingsOf(
      ...under('strict: true\nlimits: { pages: 5 }\npacks: [tw]\n', 'limits: { pages: 9 }\npacks: [us]\n'),
    )
    expect(options).toMatchObject({ strict: true, pages: 5, packs: ['us', 'tw'] })
  })

  it.each([
    ['strict: false\n', 'strict: true\n'],
    ['ocr: off\n', 'ocr: paddle\n'],
    ['limits:\n  pages: 10\n', 'limits: { pages: 9 }\n'],
    ['publisher:\n  organs: [甲局, 乙局]\n', 'publisher: { organs: [甲局] }\n'],
    ['waivers:\n  - { id: 0123456789abcdef, reason: r, by: b, until: 2026-02-28 }\n', 'strict: true\n'],
  ])('refuses %j under %j and names both files', async (own, policy) => {
    const told = await failing(...under(own, policy))
    expect(told).toMatch(/secscan\.yaml:\d/)
    expect(told).toMatch(/policy\.yaml:1/)
  })

  it('is met by the very limit it names, in a file and on the command line', async () => {
    const files = under('limits: { pages: 9 }\n', 'limits: { pages: 9 }\n', { parts: 20_000 })
    const { options, entries } = await settingsOf(...files)
    expect(options).toMatchObject({ pages: 9, parts: 20_000 })
    expect(entries.find(({ key }) => key === 'limits.pages')?.origin).toMatchObject({ file: 'secscan.yaml' })
  })

  it('refuses a flag that goes beyond it', async () => {
    const told = await failing(...under('', 'limits: { pages: 9 }\n', { pages: 10 }))
    expect(told).toContain('--max-pages asks for limits.pages: 10')
    expect(told).toContain('policy.yaml:1')
  })

  it('stands beside another one; the stricter of two limits holds', async () => {
    const files = { 'one.yaml': 'limits: { pages: 9 }\n', 'two.yaml': 'limits: { pages: 7 }\nstrict: true\n' }
    const { options } = await settingsOf(files, { policies: ['one.yaml', 'two.yaml'] })
    expect(options).toMatchObject({ pages: 7, strict: true })
  })

  it('that says the same as another is quoted from the first', async () => {
    const files = { 'one.yaml': 'strict: true\nlimits: { pages: 9 }\n', 'two.yaml': '\nstrict: true\nlimits: { pages: 9 }\n' } // prettier-ignore
    const { entries } = await settingsOf(files, { policies: ['one.yaml', 'two.yaml'] })
    const where = entries
      .filter(({ origin }) => origin.kind === 'policy')
      .map(({ origin }) => whereOf(origin))
    expect(where).toEqual(['one.yaml:1', 'one.yaml:2'])
  })

  it.each([
    ['strict: true', 'strict: false', { strict: true }],
    ['strict: false', 'strict: true', { strict: true }],
    ['ocr: tesseract', 'ocr: tesseract', { ocr: 'tesseract' }],
  ])('%s beside %s: both hold', async (one, two, held) => {
    const files = { 'one.yaml': `${one}\n`, 'two.yaml': `${two}\n` }
    expect((await settingsOf(files, { policies: ['one.yaml', 'two.yaml'] })).options).toMatchObject(held)
  })

  it('that names another engine than the one beside it ends the run', async () => {
    const files = { 'one.yaml': 'ocr: tesseract\n', 'two.yaml': 'ocr: paddle\n' }
    const told = await failing(files, { policies: ['one.yaml', 'two.yaml'] })
    expect(told).toMatch(/one\.yaml:1/)
    expect(told).toMatch(/two\.yaml:1/)
  })

  it.each([
    ['strict: false\n', 'strict: false\n', { strict: false }],
    ['strict: true\n', 'strict: false\n', { strict: true }],
    ['ocr: paddle\n', 'ocr: paddle\n', { ocr: 'paddle' }],
  ])('lets %j stand under %j', async (own, policy, options) => {
    expect((await settingsOf(...under(own, policy))).options).toMatchObject(options)
  })

  it('leaves wishes and contacts to whoever is nearer', async () => {
    const { options, contact } = await settingsOf(
      ...under('format: json\ncontact: 本单位\n', 'format: text\ncontact: 市保密办\n'),
    )
    expect([options['format'], contact]).toEqual(['json', '本单位'])
  })
})

describe('personal.strict', () => {
  const strict = 'personal: { strict: true }\n'

  it('lets unlabelled mobile numbers block; a rule named by itself has the last word', async () => {
    expect((await settingsOf({ 'secscan.yaml': strict })).levels).toMatchObject([
      { rule: 'mobile-number', level: 'block', origin: { line: 1 } },
    ])
    expect((await settingsOf({ 'secscan.yaml': 'personal: { strict: false }\n' })).levels).toEqual([])
    const { levels } = await settingsOf({
      'secscan.yaml': `${strict}rules: { mobile-number: { level: review } }\n`,
    })
    expect(levels.at(-1)).toMatchObject({ level: 'review' })
  })

  it('holds where a policy says it', async () => {
    const files = { 'p.yaml': strict, 'secscan.yaml': 'rules: { mobile-number: { level: review } }\n' }
    const { levels, policies } = await settingsOf(files, { policies: ['p.yaml'] })
    const told = await complaint(async () => applyLevels(await readRules(), { levels, policies }))
    expect(told).toContain('p.yaml:1')
  })
})

describe('the settings file of a repository', () => {
  it('is found from the folders below its root, the nearest first', async () => {
    const folder = await folderWith({ '.git/HEAD': 'x', 'secscan.yaml': 'strict: true\n', 'a/b/x.txt': '' })
    const { options, entries } = await loadSettings(
      {},
      { cwd: join(folder, 'a/b'), config: null, policies: [] },
    )
    expect(options.strict).toBe(true)
    const strict = entries.find(({ key }) => key === 'strict')!
    expect(whereOf(strict.origin)).toBe(join('..', '..', 'secscan.yaml:1'))
  })

  it('of nobody’s repository is not looked for above', async () => {
    const folder = await folderWith({ 'secscan.yaml': 'strict: true\n', 'a/x.txt': '' })
    const asked = { cwd: join(folder, 'a'), config: null, policies: [] }
    expect((await loadSettings({}, asked)).options.strict).toBe(false)
  })

  it('above the root is somebody else’s', async () => {
    const folder = await folderWith({ 'secscan.yaml': 'strict: true\n', 'a/.git/HEAD': 'x' })
    const asked = { cwd: join(folder, 'a'), config: null, policies: [] }
    expect((await loadSettings({}, asked)).options.strict).toBe(false)
  })
})
