/** Where a cover begins and ends to fit what it covers. */
import { expect, it } from 'vitest'
import { fittingCovers } from '../../src/see/fitting.js'
import type { Cover, Span } from '../../src/types.js'

const box = [0, 0, 100, 10] as const
const cover = (more: Partial<Cover> = {}): Cover => ({
  kind: 'shape',
  box,
  opaque: true,
  share: 0.1,
  overPicture: false,
  ...more,
})
const span = (width: number): Span => ({
  text: '机',
  box: [0, 0, width, 10],
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  size: 10,
  glyphs: Float32Array.of(0, 0, width, 10),
})
const beneath = (width: number) => ({ span: span(width), offset: 0, unseen: 0 })
const seen = { span: span(10), offset: 0, unseen: null }
const fits = (more: Partial<Cover>, units = [beneath(50)] as Parameters<typeof fittingCovers>[1]) =>
  fittingCovers([cover(more)], units).has(0)

it.each([
  [{ share: 0.249 }, true],
  [{ share: 0.25 }, false],
  [{ opaque: false }, false],
  [{ kind: 'redaction', share: 0.9, opaque: false }, true],
] as const)('a cover %j: %s', (more, is) => {
  expect(fits(more)).toBe(is)
})

it.each([
  ['shape', 20, true],
  ['shape', 19, false],
  ['annotation', 20, true],
  ['annotation', 19, false],
  ['ground', 20, true],
  ['ground', 19, false],
  ['picture', 46, true],
  ['picture', 44, false],
] as const)('a %s over text of %d hundredths of it: %s', (kind, width, is) => {
  expect(fits({ kind }, [beneath(width)])).toBe(is)
})

it('narrow letters count for four tenths of their height', () => {
  expect(fits({ box: [0, 0, 20, 10] }, [beneath(1)])).toBe(true)
  expect(fits({ box: [0, 0, 20.1, 10] }, [beneath(1)])).toBe(false)
})

it('more letters in plain sight on it than beneath it say that it is a panel', () => {
  expect(fits({}, [beneath(50), seen])).toBe(true)
  expect(fits({}, [beneath(50), seen, seen])).toBe(false)
})
