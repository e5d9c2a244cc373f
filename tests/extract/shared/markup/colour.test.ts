/** Colours as style sheets write them. */
import { expect, test } from 'vitest'
import { readColour } from '../../../../src/extract/shared/markup/colour.js'

test.each([
  ['hsl(0, 100%, 50%)', [255, 0, 0, 1]],
  ['hsl(120deg 100% 25%)', [0, 128, 0, 1]],
  ['hsl(240 100% 50% / 50%)', [0, 0, 255, 0.5]],
  ['hsl(-120, 100%, 50%)', [0, 0, 255, 1]],
  ['hsl(0.5turn 100% 50%)', [0, 255, 255, 1]],
  ['hsl(400grad 100% 50%)', [255, 0, 0, 1]],
  ['hsla(60, 100%, 50%, .25)', [255, 255, 0, 0.25]],
])('%s', (text, expected) => {
  expect(readColour(text)!.map((part, index) => (index < 3 ? Math.round(part) : part))).toEqual(expected)
})

test.each(['hsl(1, 2)', 'hsl(a, 0%, 0%)', 'hsl(10km 0% 0%)'])('%s is no colour', (text) =>
  expect(readColour(text)).toBeNull(),
)
