import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secscan } from './run.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'html-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const scan = 'marked-scan/扫描件.jpg'

async function page(args: readonly string[]) {
  const target = join(folder, 'report.html')
  const ran = await secscan([...args, '--format', 'html', '--output', target])
  return { ...ran, target, html: await readFile(target, 'utf8') }
}
const picturesIn = (html: string) => [...html.matchAll(/src="data:image\/jpeg;base64,([^"]+)"/g)]

describe('the HTML report', () => {
  it('of a marked scan is one file nobody else can read, with one picture: the place of the mark', async () => {
    const { code, stdout, html, target } = await page([scan])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^× 禁止发布/)
    expect(html).toContain('机密★10年</blockquote>')
    const [picture, ...others] = picturesIn(html)
    expect(others).toEqual([])
    const bytes = Buffer.from(picture![1]!, 'base64')
    expect(bytes.length).toBeLessThan(60_000)
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    const mode = (await stat(target)).mode & 0o777
    expect(process.platform === 'win32' || mode === 0o600).toBe(true)
  })

  it('shows the whole page or nothing where that was asked for', async () => {
    const [whole, none] = await Promise.all([
      secscan([scan, '--format', 'html', '--pictures', 'page']),
      secscan([scan, '--format', 'html', '--pictures', 'none']),
    ])
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(whole.stdout)!
    expect(Number(height)).toBeGreaterThan(Number(width))
    expect(picturesIn(none.stdout)).toEqual([])
    expect([whole.code, none.code]).toEqual([1, 1])
  })

  it('shows a page that was scanned on its side upright', async () => {
    const { html } = await page(['turned-90'])
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(html)!
    expect(Number(width)).toBeGreaterThan(Number(height) * 2)
  })
})
