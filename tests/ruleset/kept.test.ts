/** Rules checked at build time count only for the very files they were made from. */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readKept } from '../../src/ruleset/kept.js'
import { coreRules, readRules } from '../../src/ruleset/load.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secscan-kept-'))
  await cp(coreRules, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

it('holds for the same files elsewhere, and says what they say', async () => {
  expect(await readKept(folder)).toMatchObject({ hash: (await readRules()).hash })
})

it('holds no more once a rule was edited', async () => {
  const path = join(folder, 'core/state-secret-mark.yaml')
  await writeFile(path, `${await readFile(path, 'utf8')}\n`)
  expect(await readKept(folder)).toBeNull()
})

it('holds no more once a file was renamed, added or taken away', async () => {
  await rename(join(folder, 'core/state-secret-mark.yaml'), join(folder, 'core/state-secret-marks.yaml'))
  expect(await readKept(folder)).toBeNull()
  await rename(join(folder, 'core/state-secret-marks.yaml'), join(folder, 'core/state-secret-mark.yaml'))
  expect(await readKept(folder)).not.toBeNull()
  await writeFile(join(folder, 'core/more.yml'), '')
  expect(await readKept(folder)).toBeNull()
})
