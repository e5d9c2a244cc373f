/** What looks like letters, how large, and which way the lines run; how ink is made out whatever its colour. */
import { describe, expect, test } from 'vitest'
import { inkMap } from '../../../src/see/ink/clean.js'
import { letteringOf } from '../../../src/see/ink/lettering.js'
import { levelled } from '../../../src/see/ink/levelled.js'
import type { Raster } from '../../../src/types.js'

type Paint = (x: number, y: number) => number

function drawn(width: number, height: number, paint: Paint): Raster {
  const rgba = new Uint8Array(4 * width * height).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(paint(x, y), 4 * (y * width + x), 4 * (y * width + x) + 3)
  return { width, height, scale: 1, rgba }
}

/** Six signs of three bars each way, 20 pixels high, 24 apart, on a line turned by `degrees` about the middle. */
const line =
  (degrees: number, ink = 0, ground = 255): Paint =>
  (x, y) => {
    const angle = (degrees * Math.PI) / 180
    const [u, v] = [x - 100, y - 100]
    const along = u * Math.cos(angle) + v * Math.sin(angle) + 70
    const across = v * Math.cos(angle) - u * Math.sin(angle) + 10
    const [at, sign] = [along % 24, Math.floor(along / 24)]
    const isIn = along >= 0 && sign < 6 && at < 20 && across >= 0 && across < 20
    return isIn && (at % 8 < 2.5 || across % 8 < 2.5) ? ink : ground
  }
const anglesOf = (paint: Paint) => {
  const map = inkMap(drawn(200, 200, paint), 'white')
  const lettering = map && letteringOf(map)
  return lettering && lettering.angles.map((angle) => Math.round((angle * 180) / Math.PI))
}

describe('ink', () => {
  test('ground alone has none, nor what differs by less than anybody sees', () => {
    expect(
      inkMap(
        drawn(50, 50, () => 255),
        'white',
      ),
    ).toBeNull()
    expect(inkMap(drawn(200, 200, line(0, 244)), 'white')).toBeNull()
    expect(inkMap(drawn(200, 200, line(0, 243)), 'white')).not.toBeNull()
  })

  test('pale ink is as strong as black', () => {
    const map = inkMap(drawn(200, 200, line(0, 230)), 'white')!
    expect(Math.max(...map.ink)).toBe(255)
  })

  test('white ink shows on black', () => {
    expect(inkMap(drawn(200, 200, line(0, 255, 0)), 'black')).not.toBeNull()
  })
})

describe('lettering', () => {
  test.each([0, 20, 40, 60, -30, -70])('a line turned by %d°', (degrees) => {
    const angles = anglesOf(line(degrees))!
    expect(Math.abs(angles[0]! - degrees)).toBeLessThanOrEqual(5)
  })

  test.each<[string, Paint]>([
    ['a filled box', (x, y) => (x > 40 && x < 160 && y > 80 && y < 120 ? 0 : 255)],
    [
      'a frame',
      (x, y) =>
        x > 40 && x < 160 && y > 80 && y < 120 && (x < 44 || x > 156 || y < 84 || y > 116) ? 0 : 255,
    ],
    ['a rule', (x, y) => (x > 10 && x < 190 && y > 99 && y < 102 ? 0 : 255)],
    ['bars of a chart', (x, y) => (y > 160 - x / 2 && y < 180 && x % 40 < 20 ? 0 : 255)],
    ['hatching', (x, y) => (x > 40 && x < 160 && y > 60 && y < 140 && (x + y) % 9 < 2 ? 0 : 255)],
    ['upright hatching', (x, y) => (x > 40 && x < 160 && y > 80 && y < 120 && x % 7 < 2 ? 0 : 255)],
    ['a row of dots', (x, y) => ((x % 12) ** 2 + (y - 100) ** 2 < 5 ? 0 : 255)],
  ])('%s is none', (_, paint) => expect(anglesOf(paint)).toBeNull())
})

describe('levelled', () => {
  test('a slanting line lies level, and a box in it has its way back', () => {
    const map = inkMap(drawn(200, 200, line(40)), 'white')!
    const { raster, back } = levelled(map, (40 * Math.PI) / 180)
    const rows = Array.from({ length: raster.height }, (_, y) => y).filter((y) =>
      raster.rgba.subarray(4 * y * raster.width, 4 * (y + 1) * raster.width).some((value) => value < 128),
    )
    expect(rows.at(-1)! - rows[0]!).toBeLessThan(26)
    const box = back([raster.width / 2 - 70, raster.height / 2 - 10, 140, 20])
    expect(box.map(Math.round)).toEqual([30, 90, 140, 20])
  })
})

/** Strokes 2 pixels wide and 9 apart all over the place, and a line of signs on a clear strip in the middle. */
const onHatching: Paint = (x, y) =>
  y < 70 || y > 130 ? ((x + y) % 9 < 2 ? 0 : 255) : x > 60 && x < 110 ? line(0)(x, y) : 255

test('letters amid hatching are found, however little of the ink they are', () => {
  const map = inkMap(
    drawn(200, 900, (x, y) => (y < 200 ? onHatching(x, y) : (x + y) % 9 < 2 ? 0 : 255)),
    'white',
  )
  expect(letteringOf(map!)).not.toBeNull()
})
