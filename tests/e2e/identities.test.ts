/** What holds of every report, whatever was read: ids come once in a file, boxes lie on their page. */
import { expect, it } from 'vitest'
import { fixtures, report } from './run.js'

const ROOMS = ['docx', 'odf', 'ofd', 'pptx']

it('in all fixtures every id is unique in its file and every box lies within its page', async () => {
  const folders = ROOMS.map((room) => `extract/${room}`)
  const { json } = await report(['--ocr', 'off', 'extract/archive/tar-long-names', ...folders], {
    cwd: `${fixtures}/..`,
  })
  const twice = json.inputs.filter(({ findings, gaps }) => {
    const ids = [...findings, ...gaps].map((one) => (one as { id?: string }).id)
    return new Set(ids).size < ids.length || ids.includes(undefined)
  })
  expect(json.inputs.length).toBeGreaterThan(30)
  expect(twice.map(({ path }) => path)).toEqual([])
  const boxes = json.inputs.flatMap(({ findings }) =>
    findings.flatMap(({ place }) => place.flatMap(({ box }) => (box ? [box as number[]] : []))),
  )
  expect(boxes.length).toBeGreaterThan(20)
  for (const [x, y, width, height] of boxes as [number, number, number, number][]) {
    expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0)
    expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1)
  }
}, 120_000)
