/** What tells that a patch hides something: how it stands in the print around it. */
import { expect, test } from 'vitest'
import { tellsOf } from '../../../src/match/page/hiding.js'
import type { MatchContext } from '../../../src/match/matcher.js'
import { normalise } from '../../../src/normalise/index.js'
import type { Box } from '../../../src/types.js'
import { paper, type Row } from '../pages.js'

function told(rows: readonly Row[], box: Box): readonly string[] {
  const view = normalise(paper(rows))
  const context: MatchContext = { view, day: null, edges: new Set(), explain: false, memory: new Map() }
  return tellsOf(context, { kind: 'box', box, confidence: 0.9 })
}

test.each<readonly [string, readonly Row[], Box, string]>([
  [
    'words within a line',
    [
      ['会议由县长', 80, 200],
      ['同志主持。', 260, 200],
    ],
    [164, 197, 92, 22],
    'interrupts',
  ],
  ['what follows a colon', [['总投资：', 80, 200]], [150, 197, 120, 22], 'value'],
  [
    'the end of a line with another under it',
    [
      ['会议由县长', 80, 200],
      ['同志主持，各乡镇参加。', 80, 228],
    ],
    [164, 197, 92, 22],
    'passage',
  ],
  [
    'a whole line between two others',
    [
      ['经研究决定如下事项，', 80, 200],
      ['各乡镇须于五日前报送', 80, 256],
    ],
    [80, 226, 160, 22],
    'passage',
  ],
])('%s', (_, rows, box, tell) => {
  expect(told(rows, box)).toEqual([tell])
})

test.each<readonly [string, readonly Row[], Box]>([
  ['a button with its label', [['提交申请', 200, 200]], [180, 190, 104, 36]],
  ['a picture of a person beside a message', [['好的，收到', 140, 208]], [80, 200, 40, 40]],
  ['a swatch before its name', [['一季度', 110, 200]], [80, 200, 26, 16]],
  ['a bar of a chart after its name', [['青禾县', 80, 200]], [150, 197, 300, 22]],
  [
    'a panel of several lines',
    [
      ['会议', 80, 200],
      ['主持', 300, 200],
    ],
    [116, 160, 180, 100],
  ],
  [
    'a rule between words',
    [
      ['会议', 80, 200],
      ['主持', 300, 200],
    ],
    [116, 204, 180, 8],
  ],
  [
    'words far away on both sides',
    [
      ['文件', 80, 200],
      ['帮助', 400, 200],
    ],
    [180, 197, 120, 22],
  ],
])('%s tells nothing', (_, rows, box) => {
  expect(told(rows, box)).toEqual([])
})

test('a cover is at most 2.2 times as high as the print it interrupts', () => {
  const rows: readonly Row[] = [
    ['会议由县长', 80, 200],
    ['同志主持。', 260, 200],
  ]
  expect(told(rows, [164, 191, 92, 35])).toEqual(['interrupts'])
  expect(told(rows, [164, 190, 92, 36])).toEqual([])
})
