import { expect, test } from 'vitest'
import { cfbOf } from '../build-fixtures/cfb.mjs'
import { pickExtractor } from '../../src/extract/index.js'
import { encryptedOffice } from '../../src/extract/encrypted-office.js'
import { memorySource } from '../../src/source.js'
import { probe } from '../../src/walk.js'
import { casesOf, describeCases, describeDamage } from './cases.js'
import { fileSource } from './dump.js'

describeCases(encryptedOffice)
describeDamage(encryptedOffice)

test.each(casesOf('encrypted-office'))('$name is told from other compound files', async ({ input }) => {
  expect(pickExtractor(await probe(await fileSource(input)))?.format).toBe('encrypted-office')
})

test('an old Word document is not called encrypted', async () => {
  const source = memorySource([{ name: '旧.doc' }], cfbOf({ WordDocument: 'x', '1Table': 'y' }))
  expect(encryptedOffice.accepts(await probe(source))).toBe(false)
})
