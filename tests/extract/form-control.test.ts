import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formControl } from '../../src/extract/form-control.js'
import { formStrings } from '../../src/extract/shared/cfb/form-strings.js'
import { describeCases } from './cases.js'

describeCases(formControl)

const fixture = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/extract/form-control/${path}`, import.meta.url)))
const accepts = (name: string, head: Uint8Array) => formControl.accepts({ name, head, entries: [] })

describe('streams of controls', () => {
  const button = fixture('button/input.contents')

  test('are known by their name and their first bytes together', () => {
    expect(accepts('contents', button)).toBe(true)
    expect(accepts('word/activex/activex1.bin', fixture('class/input.activex1.bin'))).toBe(true)
    expect(accepts('note.bin', button)).toBe(false)
    expect(accepts('contents', Buffer.from('!C4\x12 another kind of control'))).toBe(false)
  })

  test('end exactly where they say, or are damaged', () => {
    const end = 4 + button[2]!
    expect(formStrings(button.subarray(0, end)).whole).toBe(true)
    expect(formStrings(button.subarray(0, end - 1)).whole).toBe(false)
  })

  test('leave names of fonts out', () => {
    expect(formStrings(button).found).toEqual(['机密★10年'])
  })

  test('of any length and content are gone through once', () => {
    const bytes = new Uint8Array(2_000_000).fill(0).map((_, at) => (at % 4 === 1 ? 2 : 0))
    const begun = performance.now()
    formStrings(bytes)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

describe('damaged streams of controls', () => {
  test.each(['button/input.contents', 'option/input.contents', 'form/input.f', 'several/input.o'])(
    '%s with bits turned over',
    (path) => {
      const bytes = fixture(path)
      for (let at = 0; at < bytes.length; at++) {
        const turned = Uint8Array.from(bytes)
        turned[at]! ^= 1 << (at % 8)
        expect(formStrings(turned).found.length).toBeLessThan(bytes.length)
      }
    },
  )
})
