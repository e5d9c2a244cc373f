/** Where a finding is, told so that an editor finds it in formats that store no pages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cell, docx, p, row, table } from '../build-fixtures/docx-writer.mjs'
import { fixtures, report, secscan } from './run.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-places-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const number = '11010519491231002X'

describe('a place in a document without pages', () => {
  it('is the paragraph, under its heading', async () => {
    const body = [
      p('关于公示的通知'),
      p('一、公示范围'),
      p('全县各乡镇。'),
      p('二、公示对象'),
      p('林国强，', `身份证号${number}`),
    ]
    await writeFile(join(folder, '公示.docx'), docx(body))
    const { stdout } = await secscan(['公示.docx'], { cwd: folder })
    expect(stdout).toContain('位置：第 5 段，在“二、公示对象”之下\n')
    expect(stdout).not.toContain('整个文件')
    const { json } = await report(['公示.docx'], { cwd: folder })
    expect(json.inputs[0]!.findings[0]!.place).toEqual([{ name: '公示.docx', paragraph: 5 }])
  })

  it('is the words before a mark that opens its paragraph, personal data masked', async () => {
    await writeFile(join(folder, 'a.docx'), docx([p(`联系人林国强${number}`), p(number)]))
    const { stdout } = await secscan(['a.docx'], { cwd: folder })
    expect(stdout).not.toContain(number)
    expect(stdout).toContain('位置：第 1 段')
  })

  it('is the row and column of a table', async () => {
    const rows = [row([cell(p('姓名')), cell(p('身份证号'))]), row([cell(p('林国强')), cell(p(number))])]
    await writeFile(join(folder, '名单.docx'), docx([p('名单'), table(rows)]))
    const { stdout } = await secscan(['名单.docx'], { cwd: folder })
    expect(stdout).toContain('位置：第 1 个表格第 2 行第 2 列')
  })

  it('of a list is told once, with how many there are', async () => {
    const people = Array.from({ length: 4 }, () => row([cell(p('林国强')), cell(p(number))]))
    await writeFile(join(folder, '名单.docx'), docx([table(people)]))
    const { stdout } = await secscan(['名单.docx'], { cwd: folder })
    expect(stdout.match(/位置/g)).toHaveLength(1)
    expect(stdout).toContain('本文件中共有 4 处')
  })
})

describe('the thumbnail of a document', () => {
  const thumbnail = async (picture: string, height: number) =>
    docx([p('关于植树的通知')], {
      'docProps/thumbnail.jpeg': await sharp(join(fixtures, picture)).resize({ height }).jpeg().toBuffer(),
    })

  it('that can be read is read, and told as unseen', async () => {
    await writeFile(join(folder, 'a.docx'), await thumbnail('marked-scan/扫描件.jpg', 1000))
    const { stdout, code } = await secscan(['a.docx'], { cwd: folder })
    expect(code).toBe(1)
    expect(stdout).toContain('页面上看不见（在文档自带的缩略图里）')
  })

  it('of an ordinary page, or too small to read, changes nothing', async () => {
    await writeFile(join(folder, 'a.docx'), await thumbnail('public-scan/通知.jpg', 1000))
    await writeFile(join(folder, 'b.docx'), await thumbnail('marked-scan/扫描件.jpg', 599))
    const { stdout, code } = await secscan(['a.docx', 'b.docx'], { cwd: folder })
    expect([code, stdout.match(/√ 可以发布/g)?.length]).toEqual([0, 2])
  })
})
