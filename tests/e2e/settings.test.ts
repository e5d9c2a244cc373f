/** Settings, policies, waivers and the rule commands, as a user meets them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../settings/folders.js'
import { report, type ReportJson, secscan } from './run.js'

const marked = '机密★20年\n\n关于做好汛期值守工作的通知\n'
const mention = '根据保密法，“机密★20年”是国家秘密标志的写法。\n'
const phone = '关于做好工作的通知\n林某某 13912340567 青禾镇\n'
const lowered = 'rules:\n  state-secret-mark: { level: note, reason: 试运行, by: 林某某 }\n'

interface Told extends ReportJson {
  readonly headline: { readonly kind: string; readonly words: string }
  readonly contact: string | null
  readonly rules: { readonly relaxed: readonly object[]; readonly packs: readonly object[] }
  readonly policies: readonly string[]
  readonly staleWaivers: readonly object[]
}
async function told(cwd: string, ...args: string[]) {
  const { code, json } = await report(args, { cwd })
  return { code, json: json as Told, input: json.inputs[0] as unknown as Record<string, unknown> }
}

describe('a rule that is lowered', () => {
  it('stands in every headline, and nothing is simply called fit for publication', async () => {
    const cwd = await folderWith({ 'secscan.yaml': lowered, 'a.txt': '植树通知\n' })
    const { code, json, input } = await told(cwd, 'a.txt')
    expect([code, json.headline.kind]).toEqual([0, 'review'])
    expect(input['headline']).toMatchObject({ kind: 'review' })
    expect(json.rules.relaxed).toMatchObject([{ rule: 'state-secret-mark', from: 'block', to: 'note' }])
    const { stdout } = await secscan(['a.txt'], { cwd })
    expect(stdout).toMatch(/^! 未发现禁止发布的内容，但规则“国家秘密标志”已被放宽/)
    expect(stdout).toContain('理由：试运行，责任人：林某某（secscan.yaml:2）')
    expect(stdout).not.toContain('可以发布')
    const page = await secscan(['a.txt', '--format', 'html'], { cwd })
    expect(page.stdout).toMatch(/<header class="overall doubt">\n<h1>! .*国家秘密标志/)
  })

  it('needs a reason and a name', async () => {
    const cwd = await folderWith({
      'secscan.yaml': 'rules: { internal-mark: { level: off } }\n',
      'a.txt': '通知\n',
    })
    const { code, stdout, stderr } = await secscan(['a.txt'], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('secscan.yaml:1：把规则 internal-mark 从 block 放宽到 off')
  })
})

describe('a policy', () => {
  it('given by the environment cannot be undone by a settings file', async () => {
    const cwd = await folderWith({
      'secscan.yaml': lowered,
      'policy.yaml': 'strict: true\n',
      'a.txt': '通知\n',
    })
    const { code, stderr } = await secscan(['a.txt'], { cwd, env: { SECSCAN_POLICY: 'policy.yaml' } })
    expect(code).toBe(2)
    expect(stderr).toMatch(/secscan\.yaml:2.*policy\.yaml/)
  })

  it('makes the run as strict as it says', async () => {
    const cwd = await folderWith({ 'policy.yaml': 'strict: true\n', 'a.txt': phone })
    expect((await told(cwd, 'a.txt')).code).toBe(0)
    const held = await told(cwd, 'a.txt', '--policy', 'policy.yaml')
    expect([held.code, held.json.policies]).toEqual([1, ['policy.yaml']])
  })
})

describe('a waiver', () => {
  it('lets its finding through, shows it, and ends with its day', async () => {
    const cwd = await folderWith({ 'a.txt': marked })
    const id = (await told(cwd, 'a.txt')).json.inputs[0]!.findings[0]!.id
    const waiver = `waivers:\n  - { id: ${id}, basis: 青保解〔2026〕3号, reason: 已解密, by: 林某某, until: 2026-06-30 }\n`
    const own = await folderWith({ 'a.txt': marked, 'secscan.yaml': waiver })
    const { code, json, input } = await told(own, 'a.txt', '--today', '2026-06-30')
    expect([code, json.headline.kind, json.counts['waived']]).toEqual([0, 'review', 1])
    expect(input['waived']).toMatchObject([{ id, rule: 'state-secret-mark', waiver: { by: '林某某' } }])
    const late = await told(own, 'a.txt', '--today', '2026-07-01')
    expect(late.code).toBe(1)
    expect(late.json.staleWaivers).toMatchObject([{ id, cause: 'expired' }])
  })
})

describe('--explain', () => {
  it('lists the mentions that were let through, and why', async () => {
    const cwd = await folderWith({ 'a.txt': mention })
    const { code, input } = await told(cwd, 'a.txt', '--explain')
    expect(code).toBe(0)
    expect(input['explained']).toMatchObject([
      { rule: 'state-secret-mark', quote: expect.stringContaining('机密★20年') },
    ])
    expect((await secscan(['a.txt', '--explain'], { cwd })).stdout).toContain(
      '【认定为提及、予以放行的内容】',
    )
    const page = await secscan(['a.txt', '--explain', '--format', 'html'], { cwd })
    expect(page.stdout).toContain('<section class="explained">')
  })

  it('is silent unless asked', async () => {
    const cwd = await folderWith({ 'a.txt': mention })
    expect((await told(cwd, 'a.txt')).input).not.toHaveProperty('explained')
  })
})

describe('contact and packs', () => {
  it('stand in the report', async () => {
    const cwd = await folderWith({
      'secscan.yaml': 'contact: 市保密办 0512-12345678\npacks: [tw]\n',
      'a.txt': marked,
    })
    const { json } = await told(cwd, 'a.txt')
    expect(json.contact).toBe('市保密办 0512-12345678')
    expect(json.rules.packs).toContainEqual({
      name: 'tw',
      version: expect.any(String),
      date: expect.stringMatching(/^\d{4}-/),
    })
    expect((await secscan(['a.txt'], { cwd })).stdout).toContain('联系：市保密办 0512-12345678')
  })
})

describe('config show', () => {
  it('tells where each setting comes from', async () => {
    const cwd = await folderWith({
      'secscan.yaml': 'limits: { pages: 9 }\n',
      'policy.yaml': 'strict: true\n',
    })
    const { code, stdout } = await secscan(['config', 'show', '--policy', 'policy.yaml', '--jobs', '2'], {
      cwd,
    })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^limits\.pages +9 +secscan\.yaml:1$/m)
    expect(stdout).toMatch(/^strict +true +上级规定 policy\.yaml:1$/m)
    expect(stdout).toMatch(/^jobs +2 +命令行 --jobs$/m)
    expect(stdout).toMatch(/^ocr +paddle +默认$/m)
  })
})

describe('the rule commands', () => {
  it('list every rule with its level, off ones included', async () => {
    const cwd = await folderWith({ 'secscan.yaml': lowered })
    const { stdout } = await secscan(['rules', 'list'], { cwd })
    expect(stdout).toMatch(/^ {2}state-secret-mark +禁止发布 → 记录 +国家秘密标志$/m)
    expect(stdout).toContain('默认不启用，用 --pack us 打开')
    const { stdout: english } = await secscan(['rules', 'list', '--lang', 'en'], { cwd })
    expect(english).not.toMatch(/\p{Script=Han}/u)
    const list = JSON.parse((await secscan(['rules', 'list', '--format', 'json'], { cwd })).stdout)
    expect(list.rules).toContainEqual(expect.objectContaining({ id: 'us-mark', reach: 'off' }))
  })

  it('explain one with its examples, and name the nearest to one there is not', async () => {
    const { stdout } = await secscan(['rules', 'explain', 'copy-number'])
    for (const words of ['有份号而无密级', '依据：', '怎么办：不要', '【会被发现】', '【不会被发现】'])
      expect(stdout).toContain(words)
    const wrong = await secscan(['rules', 'explain', 'copy-numbr'])
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('最接近的是 copy-number')])
  })

  it('write a rule that proves itself as it stands, and another beside it', async () => {
    const cwd = await folderWith({})
    for (const id of ['own-code', 'own-name'])
      expect((await secscan(['rules', 'new', id, 'mine'], { cwd })).code).toBe(0)
    const { code, stdout } = await secscan(['rules', 'test', 'mine'], { cwd })
    expect([code, stdout]).toEqual([0, expect.stringContaining('共 2 条规则，0 条没有通过')])
    expect((await secscan(['rules', 'new', 'own-code', 'mine'], { cwd })).code).toBe(2)
    expect((await secscan(['rules', 'new', 'Own_Code'], { cwd })).code).toBe(2)
    expect((await secscan(['rules', 'new', 'own-code'], { cwd })).stdout).toBe(
      await readFile(join(cwd, 'mine/own-code.yaml'), 'utf8'),
    )
  })

  it('refuse a rule that lets its hit through, and one that would hang', async () => {
    const cwd = await folderWith({})
    await secscan(['rules', 'new', 'own-code', 'mine'], { cwd })
    const rule = await readFile(join(cwd, 'mine/own-code.yaml'), 'utf8')
    const with_ = (pattern: string) =>
      folderWith({
        'own-code.yaml': rule.replace(/^pattern: .*$/m, () => `pattern: '${pattern}'`),
        'index.yaml': index,
      })
    const index = await readFile(join(cwd, 'mine/index.yaml'), 'utf8')
    const weak = await secscan(['rules', 'test', await with_('QH-[0-9]{9}')])
    expect([weak.code, weak.stdout]).toEqual([1, expect.stringContaining('应为 须人工核对，实为 放行')])
    const bad = await secscan(['rules', 'test', await with_('QH-(?:[0-9]|[0-9A-F])+$')])
    expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('灾难性回溯')])
  })

  it('leave a folder called rules to be checked when it is written as one', async () => {
    const cwd = await folderWith({ 'rules/a.txt': '植树通知\n' })
    expect((await secscan(['./rules'], { cwd })).code).toBe(0)
    expect((await secscan(['rules'], { cwd })).code).toBe(0)
    expect((await secscan(['rules'])).code).toBe(2)
  })
})

describe('a pattern of the user that never ends', () => {
  it('is a gap that names the rule, and the other rules still find what they find', async () => {
    const cwd = await folderWith({ 'a.txt': `${marked}编号QH-${'1'.repeat(60)}x\n` })
    await secscan(['rules', 'new', 'own-code', 'mine'], { cwd })
    const rule = await readFile(join(cwd, 'mine/own-code.yaml'), 'utf8')
    const index = await readFile(join(cwd, 'mine/index.yaml'), 'utf8')
    const bad = rule.replace(/^pattern: .*$/m, () => "pattern: 'QH-(?:[0-9]|[0-9A-F])+$'")
    const folder = await folderWith({ 'own-code.yaml': bad, 'index.yaml': index })
    const { code, json } = await told(cwd, 'a.txt', '--rules', folder)
    expect(code).toBe(1)
    expect(json.inputs[0]!.gaps).toMatchObject([
      { cause: 'timeout', detail: expect.stringContaining('own-code') },
    ])
    expect(json.inputs[0]!.findings.map((finding) => finding.rule)).toContain('state-secret-mark')
  })
})
