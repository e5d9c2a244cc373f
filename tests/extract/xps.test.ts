import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { zipOf } from '../build-fixtures/zip.mjs'
import { openWork } from './dump.js'
import { xps } from '../../src/extract/xps.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(xps)
describeDamage(xps)

/** A page of small rectangles at the corners told, 3 wide and 1 high unless said. */
async function causes(places: readonly (readonly [x: number, y: number])[], side = 3): Promise<string[]> {
  const paths = places.map(
    ([x, y]) => `<Path Fill="#000000" Data="M ${x},${y} V ${y + 1} H ${x + side} V ${y} Z" />`,
  )
  const page = `<FixedPage Width="793" Height="1122" xmlns="http://schemas.microsoft.com/xps/2005/06">${paths.join('')}</FixedPage>`
  const source = memorySource(placeOf({ name: 'a.xps' }), zipOf({ 'Documents/1/Pages/1.fpage': page }))
  const found: string[] = []
  for await (const piece of xps.extract(source, openWork())) if (piece.kind === 'gap') found.push(piece.cause)
  return found
}
const dots = (count: number, rows: number, columns: number) =>
  Array.from({ length: count }, (_, at) => [10 + 5 * (at % columns), 10 + 2 * (at % rows)] as const)

test.each([
  ['letters in dots', dots(60, 8, 20), 3, ['unsupported']],
  ['fewer dots than a word has', dots(59, 8, 20), 3, []],
  ['dotted rules across', dots(400, 7, 60), 3, []],
  ['dotted rules down', dots(400, 60, 19), 3, []],
  ['rules of a table', dots(400, 60, 40), 10, []],
] as const)('%s', async (_, places, side, found) => {
  expect(await causes(places, side)).toEqual(found)
})
