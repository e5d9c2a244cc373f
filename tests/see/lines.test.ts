import { describe, expect, it } from 'vitest'
import { turnBox } from '../../src/place.js'
import { linesOf } from '../../src/see/lines.js'
import type { Box, Page, RecognisedPage } from '../../src/types.js'

describe('turning boxes upright', () => {
  const box: Box = [10, 20, 30, 5]

  it('a quarter turn clockwise sends the bottom-left corner to the top-left', () => {
    expect(turnBox([0, 195, 30, 5], 100, 200, 1)).toEqual([0, 0, 5, 30])
  })

  it('four quarter turns come home', () => {
    let turned = box
    let [width, height] = [100, 200]
    for (let turn = 0; turn < 4; turn += 1) {
      turned = turnBox(turned, width, height, 1)
      ;[width, height] = [height, width]
    }
    expect(turned).toEqual(box)
  })

  it('two quarter turns are a half turn, three are one back', () => {
    expect(turnBox(turnBox(box, 100, 200, 1), 200, 100, 1)).toEqual(turnBox(box, 100, 200, 2))
    expect(turnBox(turnBox(box, 100, 200, 2), 100, 200, 1)).toEqual(turnBox(box, 100, 200, 3))
  })
})

describe('a picture of which the document shows a part', () => {
  const raster = { width: 100, height: 200, scale: 1, rgba: new Uint8Array() }
  const read = (text: string, box: Box) => ({ text, box, confidence: 0.9 })
  const sheet = {
    turned: 0,
    lines: [read('机密★20年', [10, 20, 50, 10]), read('正文', [10, 120, 50, 10])],
    illegible: [],
  } as unknown as RecognisedPage
  const page: Page = {
    place: [{ name: 'a.png' }],
    width: 100,
    height: 200,
    lines: [],
    marks: [],
    reading: 'pixels',
  }

  it('has text nobody sees where it was cropped away', () => {
    const lines = linesOf(sheet, raster, undefined, { ...page, shown: [[0, 0.3, 1, 0.7]] })
    expect(lines.map(({ spans: [span] }) => [span!.sight, span!.hiddenBy])).toEqual([
      ['hidden', 'cropped'],
      ['visible', undefined],
    ])
  })

  it('shows all of it when it is shown whole', () => {
    const lines = linesOf(sheet, raster, undefined, page)
    expect(lines.every(({ spans: [span] }) => span!.sight === 'visible')).toBe(true)
  })
})
