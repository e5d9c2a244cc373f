/** One inspection judged for two names, two days and two publishers says what as many full runs say. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Gathered } from '../../src/gather.js'
import type { Input } from '../../src/inputs/index.js'
import { openRun, type PerFile, type Run } from '../../src/run/open.js'
import { settingsFor } from '../../src/run/settings.js'

const text = `青禾县林草局文件
青林草〔2026〕7号
关于开展安全生产暗访检查工作方案
机密★启用前
2026年普通高等学校招生全国统一考试
2026年6月15日，检查组赴各乡镇开展暗访检查，检查对象：木材加工企业。
证件号码 110105204912310026`
const names = ['方案.txt', '通知（机密★10年）.txt']
const days = ['2026-05-01', '2050-01-01']
const organs = [['青禾县'], ['临江市']]
const input = (path: string): Input => ({
  path,
  file: path,
  folder: '.',
  posting: null,
  bytes: Buffer.from(text),
})

let run: Run
beforeAll(async () => {
  const settings = await settingsFor({ ocr: 'off', jobs: 1 }, { cwd: '/', env: {}, readText: none })
  run = await openRun(settings, { now: () => new Date() })
})
afterAll(() => run.close())
const none = () => Promise.reject(new Error('ENOENT'))

const told = ({ findings }: { readonly findings: readonly { rule: string; level: string; id: string }[] }) =>
  findings.map(({ rule, level, id }) => `${rule} ${level} ${id}`)

it('whatever the name, the day and the publisher', async () => {
  const stored = (await run.inspect(input('stored.txt'))).inspection
  // Only the name is read again where the bytes are known.
  const naming = async (name: string): Promise<Gathered> =>
    run.inspect(input(name), { isKnown: async () => true })
  const seen = new Set<string>()
  for (const name of names)
    for (const day of days)
      for (const publisher of organs) {
        const how: PerFile = { day, organs: publisher }
        const full = await run.check(input(name), how)
        const again = run.judge({ ...(await naming(name)), inspection: stored }, how)
        expect(told(again.inspection)).toEqual(told(full.inspection))
        expect(again.verdict).toEqual(full.verdict)
        seen.add(told(full.inspection).join())
      }
  expect(seen.size).toBe(names.length * days.length * organs.length)
})

it('an inspection holds no text of the document', async () => {
  const { inspection } = await run.inspect(input('stored.txt'))
  expect(JSON.stringify({ ...inspection, documents: [] })).not.toMatch(/[\p{Script=Han}★]|110105/u)
})

it('tells the hash before anything is inspected', async () => {
  const asked: string[] = []
  const { inspection } = await run.inspect(input('a.txt'), {
    isKnown: async (hash) => (asked.push(hash), false),
  })
  expect(asked).toEqual([inspection.hash])
})

it('a file nobody waits for any more is a gap, and the next one is inspected', async () => {
  const stop = new AbortController()
  stop.abort()
  const stopped = await run.check(input('a.txt'), { signal: stop.signal })
  expect(stopped.inspection.gaps).toMatchObject([{ cause: 'timeout', detail: { code: 'scan.stopped' } }])
  expect((await run.check(input('b.txt'))).inspection.gaps).toEqual([])
})
