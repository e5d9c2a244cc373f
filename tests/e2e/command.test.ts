import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtures, report, secscan } from './run.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const marked = 'marked-pdf/通知.pdf'
const clean = 'public-pdf/公告.pdf'

describe('the command', () => {
  it('speaks Chinese by default, English when asked', async () => {
    const [zh, en] = await Promise.all([secscan([marked]), secscan([marked, '--lang', 'en'])])
    expect(zh.stdout).toMatch(/^× 禁止发布 {2}marked-pdf\/通知.pdf/)
    expect(zh.stdout).toContain('没有标志不等于不涉密，本结果不代替保密审查。')
    expect(en.stdout).toMatch(/^× DO NOT PUBLISH/)
    expect(en.stdout).not.toMatch(/位置|原因/)
  })

  it('prints no colour into a pipe', async () => {
    expect((await secscan([marked])).stdout).not.toContain('\u001b')
  })

  it('reads standard input under the name it is given', async () => {
    const bytes = await readFile(join(fixtures, marked))
    const { code, json } = await report(['-', '--stdin-name', '来文.pdf'], { stdin: bytes })
    expect(code).toBe(1)
    expect(json.inputs[0]?.path).toBe('来文.pdf')
  })

  it('judges the other files when one is missing, and a found leak decides the code', async () => {
    const missing = await secscan([clean, 'no-such.pdf'])
    expect([missing.code, missing.stderr]).toEqual([2, 'secscan: 找不到文件：no-such.pdf\n'])
    expect(missing.stdout).toContain('可以发布')
    expect((await secscan([marked, 'no-such.pdf'])).code).toBe(1)
  })

  it('writes the report to a file nobody else can read, and the headline to the screen', async () => {
    const target = join(folder, 'report.json')
    const { code, stdout } = await secscan([marked, '--format', 'json', '--output', target])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^× 禁止发布/)
    expect(JSON.parse(await readFile(target, 'utf8'))).toMatchObject({ schema: 1, verdict: 'block' })
    const mode = (await stat(target)).mode & 0o777
    expect(process.platform === 'win32' ? 0o600 : mode).toBe(0o600)
    expect(await readdir(folder)).toEqual(['report.json'])
  })

  it('says the verdict and where the report is, in the format its name asks for', async () => {
    const [page, data] = [join(folder, '报告.HTML'), join(folder, 'r.json')]
    const [first, second] = await Promise.all([secscan([clean, '-o', page]), secscan([clean, '-o', data])])
    expect(first.stdout).toBe(`√ 可以发布  ${clean}\n报告已写入：${page}\n`)
    expect(second.code).toBe(0)
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/)
    expect(JSON.parse(await readFile(data, 'utf8'))).toMatchObject({ schema: 1 })
  })

  it('tells that a report is replaced, and writes over nothing else', async () => {
    const page = join(folder, 'r.html')
    await secscan([clean, '-o', page])
    expect((await secscan([clean, '-o', page])).stdout).toContain('替换了原有的报告')
    const own = join(folder, '公告.txt')
    await writeFile(own, '春季植树公告')
    const refused = await secscan([own, '-o', own])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('没有覆盖')])
    expect(await readFile(own, 'utf8')).toBe('春季植树公告')
  })

  it('knows which formats it writes', async () => {
    const { code, stderr } = await secscan([clean, '-o', join(folder, 'r.xlsx')])
    expect([code, stderr]).toEqual([2, 'secscan: 写不了 .xlsx 格式的报告；文件名请用：.html .json .txt\n'])
    expect((await secscan([clean, '-f', 'json', '-o', join(folder, 'r.xlsx')])).code).toBe(0)
  })

  it('shows its help when nothing is asked for, and for help', async () => {
    const [bare, asked, flag] = await Promise.all([secscan([]), secscan(['help']), secscan(['--help'])])
    expect([bare.code, asked.code, flag.code]).toEqual([2, 0, 0])
    expect([bare.stdout, asked.stdout]).toEqual([flag.stdout, flag.stdout])
  })

  it('reports the same whatever the number of processes', async () => {
    const [one, four] = await Promise.all([
      secscan(['.', '--format', 'json', '--jobs', '1', '--ocr', 'off']),
      secscan(['.', '--format', 'json', '--jobs', '4', '--ocr', 'off']),
    ])
    expect(one.stdout).toBe(four.stdout)
  })

  it('with OCR off no picture is called clean', async () => {
    const { code, json } = await report(['public-scan/通知.jpg', '--ocr', 'off'])
    expect(code).toBe(3)
    expect(json.inputs[0]?.gaps).toMatchObject([{ cause: 'disabled' }])
  })

  it.each([
    [['--stric', marked], '不认识的选项 --stric，是不是想写 --strict？'],
    [['--ocr', 'magic', marked], '选项 --ocr 不能是“magic”，只能是：paddle | tesseract | off'],
    [['no-such.pdf'], '找不到文件：no-such.pdf'],
    [['--quiet'], '没有可检查的文件'],
    [['--rules', 'no-such-rules', marked], 'no-such-rules'],
  ])('%j is one clear line and code 2', async (args, line) => {
    const { code, stdout, stderr } = await secscan(args)
    expect(code).toBe(2)
    expect(stderr).toContain(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/\s{4}at /)
    expect(stdout).toBe('')
  })

  it('tells version and help', async () => {
    expect((await secscan(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await secscan(['--help'])
    expect([help.code, help.stdout.includes('退出码')]).toEqual([0, true])
  })

  it('an empty folder is not a pass', async () => {
    expect((await secscan([folder])).code).toBe(2)
  })

  it('tells the type by the bytes and says so', async () => {
    await writeFile(join(folder, '通知.docx'), await readFile(join(fixtures, clean)))
    const { code, json } = await report(['通知.docx'], { cwd: folder })
    expect(code).toBe(0)
    expect(json.inputs[0]?.documents[0]).toMatchObject({
      format: 'pdf',
      notes: ['扩展名是 .docx，内容其实是 PDF，已按 PDF 检查'],
    })
  })
})
