import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crc32 } from '../../src/extract/shared/crc32.js'
import { fixtures, report, secscan } from './run.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const marked = join(fixtures, 'marked-pdf/通知.pdf')
const scan = join(fixtures, 'marked-scan/扫描件.jpg')
const put = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes)

describe('bad input', () => {
  it('a folder of broken files loses none of them, and the good ones are judged', async () => {
    const pdf = await readFile(marked)
    await put('cut.pdf', pdf.subarray(0, pdf.length >> 1))
    await put('cut.jpg', (await readFile(scan)).subarray(0, 20_000))
    await put('cut.docx', (await readFile(join(fixtures, 'docx-header/方案.docx'))).subarray(0, 900))
    await put('empty.pdf', '')
    await put(
      'noise.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), createHash('sha512').update('x').digest()]),
    )
    await put('good.txt', '关于植树的通知\n各单位：\n请按时参加。\n')
    await put('通知.pdf', pdf)
    const { code, json } = await report([folder])
    expect(code).toBe(1)
    expect(json.inputs).toHaveLength(7)
    const verdicts = Object.fromEntries(
      json.inputs.map(({ path, verdict }) => [path.split('/').pop(), verdict]),
    )
    expect(verdicts).toEqual({
      'cut.docx': 'block',
      'cut.jpg': 'block',
      'cut.pdf': 'block',
      'empty.pdf': 'block',
      'good.txt': 'publish',
      'noise.pdf': 'block',
      '通知.pdf': 'block',
    })
  })

  it.skipIf(process.getuid?.() === 0)('a file without permission is a gap', async () => {
    await put('closed.txt', 'x')
    await chmod(join(folder, 'closed.txt'), 0)
    const { code, json } = await report([join(folder, 'closed.txt')])
    expect([code, json.inputs[0]?.gaps[0]?.cause]).toEqual([3, 'unreadable'])
  })

  it('a picture with a gigapixel header is a gap that names the limit', async () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data])
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(data.length)
      sum.writeUInt32BE(crc32(body))
      return Buffer.concat([length, body, sum])
    }
    const size = Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0]) // 60,000 × 60,000
    const magic = Buffer.from('89504e470d0a1a0a', 'hex')
    await put('giant.png', Buffer.concat([magic, chunk('IHDR', size), chunk('IDAT', Buffer.alloc(64)), chunk('IEND', Buffer.alloc(0))])) // prettier-ignore
    const { code, json } = await report([join(folder, 'giant.png')])
    expect(code).toBe(3)
    expect(json.inputs[0]?.gaps.map(({ cause }) => cause)).toEqual(['limit'])
    expect(json.inputs[0]?.gaps[0]?.detail).toContain('--max-pixels')
  })

  it.each([
    [
      'unknown key',
      'id: my-rule\nfamily: pattern\nlevel: block\npatern: x\n',
      ['my-rule.yaml', 'patern', 'pattern'],
    ],
    ['not YAML', 'id: [\n', ['my-rule.yaml']],
  ])('a rule file with %s names the file, the place and the nearest word', async (_what, yaml, words) => {
    await mkdir(join(folder, 'rules'))
    await put('rules/index.yaml', "packs:\n  mine:\n    title: { zh: 我的, en: mine }\n    version: 1.0.0\n    date: '2026-01-01'\n    default: true\n    rules: [my-rule.yaml]\n") // prettier-ignore
    await put('rules/my-rule.yaml', yaml)
    const { code, stdout, stderr } = await secscan(['--rules', join(folder, 'rules'), marked])
    expect([code, stdout]).toEqual([2, ''])
    for (const word of words) expect(stderr).toContain(word)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('shows a stack trace only when asked to', async () => {
    await put('rules', 'not a folder')
    const args = ['--rules', join(folder, 'rules'), marked]
    const [plain, debug] = [await secscan(args), await secscan(args, { env: { SECSCAN_DEBUG: '1' } })]
    expect(plain.stderr).not.toMatch(/\n\s+at /)
    expect(debug.stderr).toMatch(/\n\s+at /)
  })

  it('writes nothing into the folder it checks', async () => {
    await put('通知.pdf', await readFile(marked))
    const before = await report([folder, '--ocr', 'off'])
    const after = await report([folder, '--ocr', 'off'])
    expect(after.stdout).toBe(before.stdout)
    expect(before.json.inputs).toHaveLength(1)
  })
})

describe('engines and backends', () => {
  it('WebAssembly, forced, gives the same verdict and is named in the report', async () => {
    const [native, wasm] = [await report([scan]), await report([scan, '--ocr-backend', 'wasm'])]
    const rules = ({ json }: typeof native) =>
      json.inputs[0]?.findings.map(({ rule, quote }) => [rule, quote])
    expect([wasm.code, rules(wasm)]).toEqual([native.code, rules(native)])
    expect(native.json.ocr?.backend).toBe('onnxruntime-node')
    expect(wasm.json.ocr?.backend).toBe('onnxruntime-web')
  })

  it('tesseract reads a page too, offline', async () => {
    const { json } = await report(['public-scan/通知.jpg', '--ocr', 'tesseract'])
    expect(json.ocr).toMatchObject({ engine: 'tesseract', backend: 'tesseract.js' })
    expect(json.counts['ocrPages']).toBe(1)
  })
})
