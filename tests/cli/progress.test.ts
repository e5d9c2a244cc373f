/** What a terminal shows while files are checked. */
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openProgress } from '../../src/cli/progress.js'
import type { Input } from '../../src/inputs/index.js'

const input: Input = { path: '卷宗.pdf', file: '卷宗.pdf', folder: '.', posting: null }

function terminal(isTTY = true) {
  const shown: string[] = []
  const write = (chunk: Buffer, _: string, done: () => void) => {
    shown.push(chunk.toString('utf8').replace(/^\r\u001b\[2K/, ''))
    done()
  }
  return { shown, stream: Object.assign(new Writable({ write }), { isTTY }) }
}

describe('progress', () => {
  it('begins before anything is loaded, and counts pages as they are done', () => {
    const { shown, stream } = terminal()
    let now = 0
    const progress = openProgress(stream, 'zh', false, () => now)
    progress.prepare()
    progress.show(input, 0, 1)
    now = 1000
    progress.reached(input, { pages: 3, of: 60, parts: 0 })
    now = 4000
    progress.reached(input, { pages: 12, of: 60, parts: 0 })
    now = 4050
    progress.reached(input, { pages: 13, of: 60, parts: 0 })
    expect(shown).toEqual([
      '正在准备…',
      '正在检查 1/1：卷宗.pdf',
      '正在检查 1/1：卷宗.pdf，已看 3/60 页',
      '正在检查 1/1：卷宗.pdf，已看 12/60 页，大约还要 16 秒',
    ])
  })

  it('counts what is opened inside a file', () => {
    const { shown, stream } = terminal()
    const progress = openProgress(stream, 'zh', false, () => 500)
    progress.show(input, 0, null)
    progress.reached(input, { pages: 5, of: null, parts: 4 })
    expect(shown.at(-1)).toBe('正在检查 1/…：卷宗.pdf，已看 5 页，已打开内嵌文件 4 个')
  })

  it.each([
    [3, 60, 9000, ''],
    [4, 60, 2999, ''],
    [4, 60, 3000, '，大约还要 42 秒'],
    [10, 100, 10_000, '，大约还要 90 秒'],
    [10, 101, 10_000, '，大约还要 2 分钟'],
    [60, 60, 9000, ''],
  ])('after %i of %i pages and %i ms says what is left: %s', (pages, of, ms, left) => {
    const { shown, stream } = terminal()
    let now = 0
    const progress = openProgress(stream, 'zh', false, () => now)
    progress.show(input, 0, 1)
    now = ms
    progress.reached(input, { pages, of, parts: 0 })
    expect(shown.at(-1)).toBe(`正在检查 1/1：卷宗.pdf，已看 ${pages}/${of} 页${left}`)
  })

  it('is for terminals that want it', () => {
    const [pipe, quiet] = [terminal(false), terminal()]
    for (const progress of [openProgress(pipe.stream, 'zh', false), openProgress(quiet.stream, 'zh', true)]) {
      progress.prepare()
      progress.show(input, 0, 1)
    }
    expect([pipe.shown, quiet.shown]).toEqual([[], []])
  })
})
