import { describe, expect, it } from 'vitest'
import { text } from '../../src/report/text.js'
import { clean, doubtful, marked, memorySink, reported, type Sample } from './sample-run.js'

const written = (samples: readonly Sample[], lang?: 'zh' | 'en') => reported(text, samples, lang)

describe('the report for people', () => {
  it('begins with the headline and ends with what it does not say', async () => {
    const lines = (await written([marked])).trimEnd().split('\n')
    expect(lines[0]).toBe('× 禁止发布  通知.pdf')
    expect(lines.at(-1)).toBe('没有标志不等于不涉密，本结果不代替保密审查。')
  })

  it('folds a rule that hits many places into one reason with three of them', async () => {
    const report = await written([marked])
    expect(report.match(/国家秘密标志/g)?.length).toBe(2) // the reason and its advice
    expect(report.match(/“机密★20年”/g)).toHaveLength(3)
    expect(report).toContain('……共 6 处')
  })

  it('says where: page and corner, part, the chain of files', async () => {
    const report = await written([marked])
    expect(report).toContain('位置：第 1 页，左上角')
    expect(report).toContain('位置：第 2 页，页眉')
    expect(report).toContain('附件“名单.xlsx”，工作表“一”，单元格 B3')
    expect(report).toContain('附件“附件.zip” [已加密]')
  })

  it('counts what was opened and what was not', async () => {
    expect(await written([marked])).toContain(
      '1 个文件，3 页（其中 1 页按图片识别），另识别图片 2 张，附件和内嵌文件 1 个；没能检查 1 处（见上）',
    )
  })

  it('keeps Chinese punctuation out of an English report', async () => {
    expect(await written([marked, doubtful], 'en')).not.toMatch(/[，、；：。（）]|……/)
  })

  it('never says "OK to publish" while a person has something to check', async () => {
    const report = await written([doubtful])
    expect(report).toMatch(/^! 未发现禁止发布的内容，但有 1 处须人工核对后方可发布/)
    expect(report).not.toContain('√')
  })

  it('lets nothing in a document drive the terminal', async () => {
    expect(await written([marked])).not.toContain('\u001b')
  })

  it('with several files gives clean ones a line each and an overall verdict', async () => {
    const report = await written([clean, marked])
    expect(report).toMatch(/^√ 可以发布 {2}公告.txt\n× 禁止发布 {2}通知.pdf\n/)
    expect(report).toContain('总结论：禁止发布（2 个文件中有 1 个不能发布）')
  })

  it('quiet shows only what cannot be posted as it is', async () => {
    const sink = memorySink({ quiet: true })
    await reported(text, [clean, doubtful, marked], 'zh', {}, sink)
    expect(sink.text().split('\n').filter(Boolean)).toHaveLength(3)
    expect(sink.text()).not.toContain('可以发布  公告')
  })

  it('speaks English throughout when asked', async () => {
    const report = (await written([marked], 'en')).replace(
      /“[^”]*”|通知.pdf|字体.ttf|名单.xlsx|附件.zip|\.git/g,
      '',
    )
    expect(report).not.toMatch(/\p{Script=Han}/u)
  })
})
