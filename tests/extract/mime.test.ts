import { expect, test } from 'vitest'
import { mime } from '../../src/extract/mime.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { describeCases, describeDamage } from './cases.js'
import { dump } from './dump.js'

describeCases(mime, 'mail')
describeDamage(mime, 'mail')

test('a message older than MIME is told by its name, and files written into its text are taken out', async () => {
  const text = 'From: a@example.invalid\nSubject: files\n\n见附件\nbegin 644 a.txt\n#86)C\n`\nend\n'
  const bytes = new Uint8Array(Buffer.from(text))
  expect(mime.accepts({ head: bytes, name: 'a.eml', entries: [] })).toBe(true)
  expect(mime.accepts({ head: bytes, name: 'a.txt', entries: [] })).toBe(false)
  const said = await dump(mime, memorySource(placeOf({ name: 'a.eml' }), bytes))
  expect(said).toContain('visible | 见附件')
  expect(said).toContain('[a.eml!a.txt attachment] PART attachment 3 bytes')
})
