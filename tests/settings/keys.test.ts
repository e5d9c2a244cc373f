import { expect, it } from 'vitest'
import { readFlags } from '../../src/cli/options.js'
import { keys } from '../../src/settings/keys.js'
import { settingsFile } from '../../src/settings/schema.js'

it('every key is a flag of that name and stands in the schema', () => {
  for (const { path, flag, name, preset } of keys) {
    const value =
      typeof preset === 'number'
        ? '7'
        : ({ '--lang': 'en', '--ocr-backend': 'wasm' }[flag] ?? String(preset ?? 7))
    const { values } = readFlags(preset === false ? [flag] : [flag, value])
    expect(Object.keys(values), path).toEqual([name])
    const [first = '', second] = path.split('.')
    expect(Object.keys(settingsFile.shape)).toContain(first)
    if (second) expect(Object.keys(settingsFile.shape.limits.unwrap().shape)).toContain(second)
  }
})

it('every limit of the schema has its flag', () => {
  const limits = Object.keys(settingsFile.shape.limits.unwrap().shape)
  expect(
    keys
      .filter(({ path }) => path.startsWith('limits.'))
      .map(({ path }) => path.slice(7))
      .toSorted(),
  ).toEqual(limits.toSorted())
})
