import { expect, it } from 'vitest'
import { readFlags } from '../../src/cli/options.js'
import { keys } from '../../src/settings/keys.js'
import { settingsFile } from '../../src/settings/schema.js'

const limits = Object.keys(settingsFile.shape.limits.unwrap().shape)
const inSchema = [...Object.keys(settingsFile.shape), ...limits.map((name) => `limits.${name}`)]
const values: Readonly<Record<string, string>> = { '--lang': 'en', '--ocr-backend': 'wasm' }

it.each(keys)('$path is set by $flag under the name it has there', ({ path, flag, name, preset }) => {
  const value = typeof preset === 'number' ? '7' : (values[flag] ?? String(preset ?? 7))
  const given = readFlags(preset === false ? [flag] : [flag, value])
  expect(Object.keys(given.values)).toEqual([name])
  expect(inSchema).toContain(path)
})

it('every limit of the schema has its flag', () => {
  const flagged = keys.map(({ path }) => path).filter((path) => path.startsWith('limits.'))
  expect(flagged.toSorted()).toEqual(limits.map((name) => `limits.${name}`).toSorted())
})
