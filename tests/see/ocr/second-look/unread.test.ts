/** Lines nobody could read: print stays a gap; nothing at all, codes and the back of the sheet do not. */
import { expect, test } from 'vitest'
import type { PlacedRead } from '../../../../src/see/ocr/group.js'
import type { PageRecogniser } from '../../../../src/see/ocr/look.js'
import { unreadOf } from '../../../../src/see/ocr/second-look/unread.js'
import { fill, sheet, typeLine } from '../../marks/paper.js'

const strip = { x: 300, y: 200, length: 360, thickness: 40, angle: 0, score: 0.9 }
const reading = { text: '?', confidence: 0.3, letters: [] } as unknown as PlacedRead['reading']
const line: PlacedRead = { strip, reading, ms: 1, level: [120, 180, 360, 40] }

/** Whether the line stays; `behind`: how surely it reads when mirrored. */
async function stays(draw: (page: ReturnType<typeof sheet>) => void, behind = 0.2): Promise<boolean> {
  const picture = sheet(600, 400)
  draw(picture)
  const look = {
    picture,
    read: async (_: unknown, manner: { mirrored?: boolean }) => ({
      ...line,
      reading: { ...reading, confidence: manner.mirrored ? behind : 0.3 },
    }),
  } as unknown as PageRecogniser
  return (await unreadOf(look, [line])).length === 1
}

const print = (page: ReturnType<typeof sheet>) => typeLine(page, 125, 184, 10, 32)

test('print stays', async () => {
  expect(await stays(print)).toBe(true)
})

test('print under a bar that cuts it stays', async () => {
  const cut = (page: ReturnType<typeof sheet>) => {
    print(page)
    fill(page, 100, 160, 400, 36, [20, 20, 20])
  }
  expect(await stays(cut)).toBe(true)
})

test('bare paper goes, and a scratch on it', async () => {
  expect(await stays(() => undefined)).toBe(false)
  expect(await stays((page) => fill(page, 130, 199, 300, 1, [20, 20, 20]))).toBe(false)
})

test('a code goes on beyond its line', async () => {
  const code = (page: ReturnType<typeof sheet>) => {
    for (let y = 182; y < 330; y += 8)
      for (let x = 120; x < 480; x += 8) if ((x * 7 + y * 13) % 5 < 2) fill(page, x, y, 8, 8, [0, 0, 0])
  }
  expect(await stays(code)).toBe(false)
})

test('what reads well from behind stands on the back of the sheet', async () => {
  expect(await stays(print, 0.9)).toBe(false)
})
