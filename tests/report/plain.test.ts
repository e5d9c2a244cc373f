/** A reporter that does not quote cannot reach text: neither by its type nor in what it is handed. */
import { expect, expectTypeOf, it } from 'vitest'
import type { Judged, PlainReporter, QuotingReporter } from '../../src/index.js'
import { marked, reported } from './sample-run.js'

it('is handed results whose type has no place for text', () => {
  type Told<R extends PlainReporter | QuotingReporter> = Parameters<Awaited<ReturnType<R['begin']>>['add']>[0]
  expectTypeOf<Told<PlainReporter>>().toEqualTypeOf<Judged>()
  expectTypeOf<keyof Told<PlainReporter>>().not.toEqualTypeOf<keyof Told<QuotingReporter>>()
  expectTypeOf<Judged['inspection']['findings'][number]>().not.toHaveProperty('quote')
  expectTypeOf<Judged['inspection']['findings'][number]>().not.toHaveProperty('picture')
  expectTypeOf<Judged['inspection']['findings'][number]>().not.toHaveProperty('revealed')
  expectTypeOf<PlainReporter['pictures']>().toEqualTypeOf<false>()
})

it('is handed nothing of it when it looks for itself', async () => {
  let handed = ''
  const curious: PlainReporter = {
    name: 'curious',
    suffix: 'txt',
    quotes: false,
    pictures: false,
    begin: async () => ({
      add: async (judged) => void (handed += JSON.stringify(judged)),
      end: async () => undefined,
    }),
  }
  await reported(curious, [marked])
  expect(handed).toContain('state-secret-mark')
  expect(handed).not.toMatch(/机密★20年|138\*\*\*\*0000|excerpts/)
})
