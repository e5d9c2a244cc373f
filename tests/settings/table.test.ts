/** One table: what it says is what flags, files, help and completion know. */
import { describe, expect, it } from 'vitest'
import { readFlags } from '../../src/cli/flags.js'
import { commandLines } from '../../src/cli/commands/index.js'
import { helpIn } from '../../src/cli/help.js'
import { settingsFile } from '../../src/settings/schema.js'
import { loadSettings } from '../../src/settings/index.js'
import { settings } from '../../src/settings/table.js'
import { reporters } from '../../src/report/index.js'
import { ocrEngines } from '../../src/see/ocr/index.js'
import { folderWith } from './folders.js'

const sample = { count: '7', word: 'x', list: 'x', switch: undefined } as const
const valueFor = ({ kind, choices }: (typeof settings)[number][1]) =>
  kind === 'choice' ? choices![0]! : sample[kind]

describe.each(settings)('%s', (name, setting) => {
  it('is set by its flag, and by its letter where it has one', () => {
    const value = valueFor(setting)
    for (const flag of [setting.flag, ...(setting.short ? [`-${setting.short}`] : [])])
      expect(Object.keys(readFlags(value === undefined ? [flag] : [flag, value]).flags)).toEqual([name])
  })

  it('stands in the help of both languages', () => {
    for (const lang of ['zh', 'en'] as const) expect(helpIn(lang, commandLines)).toContain(setting.flag)
  })

  it.skipIf(setting.path === null)('is set by its path in a file', async () => {
    const value = { count: '7', word: 'x', list: '[x]', switch: 'true', choice: setting.choices?.[0] }[
      setting.kind
    ]
    const path = setting.path!.split('.')
    const yaml = path.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')
    const cwd = await folderWith({ 'secscan.yaml': `${yaml} ${value}\n` })
    const { entries } = await loadSettings({}, { cwd, config: null, policies: [] })
    expect(entries.find(({ key }) => key === setting.path)?.origin).toMatchObject({
      kind: 'file',
      line: path.length,
    })
  })
})

it('offers every reporter and every engine there is', () => {
  const choicesOf = (name: string) => settings.find(([one]) => one === name)![1].choices
  expect(choicesOf('format')).toEqual(Object.keys(reporters))
  expect(choicesOf('ocr')).toEqual([...Object.keys(ocrEngines), 'off'])
})

it('no flag, letter or path is said twice', () => {
  for (const key of ['flag', 'short', 'path'] as const) {
    const said = settings.flatMap(([, setting]) => setting[key] ?? [])
    expect(new Set(said).size).toBe(said.length)
  }
})

it('the schema knows every path of the table', () => {
  const roots = settings.flatMap(([, { path }]) => path?.split('.')[0] ?? [])
  expect(Object.keys(settingsFile.shape)).toEqual(expect.arrayContaining(roots))
})

it.each(settings.filter(([, { kind, help }]) => kind === 'count' && help.en.includes('default')))(
  '%s tells its preset as it is',
  (_, { preset, help }) => {
    const told = Number(/default ([0-9]+)/.exec(help.en)![1])
    const unit =
      { million: 1e6, GiB: 2 ** 30 }[/default [0-9]+ (million|GiB)/.exec(help.en)?.[1] as 'GiB'] ?? 1
    expect(told * unit).toBe(preset)
  },
)
