import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { secscan } from './run.js'

interface Told {
  readonly ok: boolean
  readonly canaries: readonly { readonly file: string; readonly ok: boolean; readonly instead: string[] }[]
  readonly ocr: Readonly<Record<string, string>> | null
  readonly memory: Readonly<Record<string, number>>
  readonly rules: { readonly count: number; readonly hash: string }
}
const doctor = async (...args: string[]) => {
  const { code, stdout } = await secscan(['doctor', '--format', 'json', ...args])
  return { code, told: JSON.parse(stdout) as Told }
}
const silent = ({ told }: Awaited<ReturnType<typeof doctor>>) =>
  told.canaries.flatMap(({ ok, file }) => (ok ? [] : [file]))

it('passes a sound installation and says what it was', async () => {
  const { code, told } = await doctor()
  expect([code, told.ok, told.canaries.length]).toEqual([0, true, 5])
  expect(told.ocr).toMatchObject({ engine: 'paddle', backend: 'onnxruntime-node', model: 'PP-OCRv4 mobile' })
  expect(told.ocr!['modelHash']).toMatch(/^[0-9a-f]{64}$/)
  expect(told.rules.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(told.memory['peak']).toBeGreaterThan(0)
})

it('an engine that cannot read the star does not pass', async () => {
  const found = await doctor('--ocr', 'tesseract')
  expect([found.code, silent(found)]).toEqual([2, ['scan.jpg']])
  expect(found.told.canaries[0]!.instead.join()).toContain('★')
})

it('without OCR scans are not inspected, and it says so', async () => {
  const found = await doctor('--ocr', 'off')
  expect([found.code, silent(found), found.told.ocr]).toEqual([2, ['scan.jpg'], null])
})

it('a limit too low for the work does not pass either', async () => {
  const found = await doctor('--max-memory', '100')
  expect(found.code).toBe(2)
  expect(silent(found)).toContain('scan.jpg')
  expect(found.told.canaries[0]!.instead.join()).toContain('--max-memory')
})

it('speaks both languages, in text too', async () => {
  const [zh, en] = await Promise.all([secscan(['doctor']), secscan(['doctor', '--lang', 'en'])])
  expect(zh.stdout).toMatch(/^√ 自检通过/)
  expect(en.stdout).toMatch(/^√ passed/)
  expect(en.stdout).toContain('SHA-256')
})

it('a file of that name is a file', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'doctor-'))
  await writeFile(join(cwd, 'doctor'), '公开内容\n')
  const { stdout } = await secscan(['doctor'], { cwd })
  await rm(cwd, { recursive: true })
  expect(stdout).toContain('可以发布')
})

it('comes before a run that asks for it, and the report records it', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'doctor-'))
  await writeFile(join(cwd, '通知.txt'), '公开内容\n')
  const json = await secscan(['--doctor', '--format', 'json', '通知.txt'], { cwd })
  const text = await secscan(['--doctor', '通知.txt'], { cwd })
  const unfit = await secscan(['--doctor', '--ocr', 'off', '通知.txt'], { cwd })
  await rm(cwd, { recursive: true })
  const { doctor: record } = JSON.parse(json.stdout) as { doctor: Told & { ocr: { modelHash: string } } }
  expect([json.code, record.ok, record.canaries.length]).toEqual([0, true, 5])
  expect(record.ocr.modelHash).toMatch(/^[0-9a-f]{64}$/)
  expect(text.stdout).toContain('检查前自检：5 项全部通过')
  expect([unfit.code, unfit.stdout]).toEqual([2, ''])
  expect(unfit.stderr).toContain('检查没有开始')
})
