import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFile } from '../../src/inputs/file-source.js'
import { placeOf } from '../../src/place.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'source-'))
  await mkdir(join(folder, 'site/files'), { recursive: true })
  await writeFile(join(folder, 'site/index.html'), '0123456789')
  await writeFile(join(folder, 'site/files/附件 1.txt'), 'inside')
  await writeFile(join(folder, 'outside.txt'), 'outside')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (inspectedWhole = false) =>
  openFile(join(folder, 'site/index.html'), placeOf({ name: 'index.html' }), {
    folder: join(folder, 'site'),
    inspectedWhole,
  })
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a file on disk', () => {
  it('is read by offset and ends where the file ends', async () => {
    const source = await open()
    expect(source.size).toBe(10)
    expect(text(await source.read(8, 100))).toBe('89')
    expect(await source.read(10, 5)).toHaveLength(0)
    await source.close()
  })

  it('opens files it links to below the folder, percent-encoded or not', async () => {
    const source = await open()
    for (const href of ['files/附件 1.txt', 'files/%E9%99%84%E4%BB%B6%201.txt', '/files/附件 1.txt#top']) {
      const sibling = await source.sibling!(href)
      expect(sibling && text(await sibling.bytes())).toBe('inside')
    }
    await source.close()
  })

  it.each([
    '../outside.txt',
    '..%2foutside.txt',
    'https://example.org/a',
    '//host/a',
    'file:///etc/hosts',
    'none.txt',
    '',
  ])('does not leave the folder for %s', async (href) => {
    const source = await open()
    expect(await source.sibling!(href)).toBeNull()
    await source.close()
  })

  it('says when the linked file is inspected on its own account', async () => {
    const source = await open(true)
    expect(await source.sibling!('files/附件 1.txt')).toMatchObject({ elsewhere: true })
    await source.close()
  })

  it('tells why a file cannot be read', async () => {
    await expect(openFile(join(folder, 'gone.txt'), placeOf({ name: 'gone.txt' }))).rejects.toMatchObject({
      reason: 'unreadable',
      said: { code: 'scan.unreadable', args: { why: 'ENOENT' } },
    })
  })
})
