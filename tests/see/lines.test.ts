import { describe, expect, it } from 'vitest'
import { turnBox } from '../../src/place.js'
import type { Box } from '../../src/types.js'

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
