/** Text layers of scans: a true one, however badly read, says nothing; what is not in the picture is told as unseen. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixtures, report } from './run.js'

test.each([
  ['layer-clean', []],
  ['layer-words', ['hidden-text review hidden']],
  ['layer-mark', ['hidden-text review hidden', 'state-secret-mark block hidden']],
  ['layer-beneath', ['hidden-text review hidden', 'state-secret-mark block hidden']],
] as const)('%s', async (name, told) => {
  const { json } = await report(['通知.pdf'], { cwd: join(fixtures, name) })
  const said = json.inputs[0]!.findings.filter(({ level }) => level !== 'note')
  expect(said.map(({ rule, level, sight }) => `${rule} ${level} ${sight}`).sort()).toEqual(told)
})
