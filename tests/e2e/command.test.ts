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
    [[], '没有可检查的文件'],
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
