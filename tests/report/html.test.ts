import { describe, expect, it } from 'vitest'
import { html } from '../../src/report/html.js'
import { json } from '../../src/report/json.js'
import { text } from '../../src/report/text.js'
import type { Picture } from '../../src/types.js'
import { clean, doubtful, marked, reported, type Sample } from './sample-run.js'

const written = (
  samples: readonly Sample[],
  lang: 'zh' | 'en' = 'zh',
  over: Parameters<typeof reported>[3] = {},
) => reported(html, samples, lang, over)
const picture: Picture = {
  bytes: new Uint8Array([255, 216, 255, 217]),
  type: 'image/jpeg',
  width: 900,
  height: 150,
  box: [0.1, 0.4, 0.2, 0.2],
}
const withFinding = (over: Partial<Sample['findings'][number]>, on: Sample = clean): Sample => ({
  ...on,
  findings: [{ ...marked.findings[0]!, ...over }],
})
const hidden = { sight: 'hidden', hiddenBy: 'same-colour', quote: '', revealed: '看不见的原文' } as const

describe('the report as a web page', () => {
  it('forbids everything but its own styles and pictures, and has no script', async () => {
    const page = await written([marked, clean])
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    expect(page).not.toMatch(/<script|<link|<iframe|<form|href=|javascript:|https?:/i)
    expect(page).not.toMatch(/\son\w+=/i)
  })

  it('is headed so that it is kept safe, and ends with what it does not say', async () => {
    const page = await written([marked])
    expect(page).toMatch(/<body>\n<p class="keep"><strong>内部，注意保管<\/strong>/)
    expect(page.indexOf('没有标志不等于不涉密')).toBeGreaterThan(page.indexOf('检查范围'))
  })

  it('says the headline in colour and in words', async () => {
    expect(await written([marked])).toMatch(/<header class="overall bad">\n<h1>× 禁止发布<\/h1>/)
    expect(await written([doubtful])).toMatch(/<header class="overall doubt">\n<h1>! 未发现禁止发布的内容/)
    expect(await written([clean])).toMatch(/<header class="overall good">\n<h1>√ 可以发布<\/h1>/)
  })

  it('tells each rule once, with three places, why it matters, the basis and what to do', async () => {
    const page = await written([marked])
    expect(page.match(/<h4>国家秘密标志<\/h4>/g)).toHaveLength(1)
    expect(page.match(/<blockquote>机密★20年<\/blockquote>/g)).toHaveLength(3)
    for (const words of ['……共 6 处', '原因', '某法第一条', '先别发布', '第 1 页，左上角', '文件里的文字'])
      expect(page).toContain(words)
  })

  it('lists what was not inspected, what was opened and what carries no text', async () => {
    const page = await written([marked])
    expect(page).toContain('<span class="cause">已加密</span> 附件“附件.zip”')
    expect(page).toContain('打开了哪些内容（2）')
    expect(page).toContain('通知.pdf → 附件.zip')
    expect(page).toContain('“字体.ttf”')
  })

  it('folds the files that may be published into a list', async () => {
    const page = await written([clean, marked])
    expect(page).toContain('<summary>可以发布的文件（1）</summary>')
    expect(page.match(/<article/g)).toHaveLength(1)
    expect(page).toContain('2 个文件中有 1 个不能发布')
  })

  it('lets no name, quote or label become markup', async () => {
    const hostile = "<script>alert(1)</script>\"onerror='x'&amp;\u202e\u0007\ud800\uffff"
    const page = await written(
      [
        {
          ...marked,
          source: [{ name: hostile }],
          findings: [
            {
              ...marked.findings[0]!,
              quote: hostile,
              places: [[{ name: hostile }, { name: hostile, label: hostile, sheet: hostile }]],
            },
          ],
          gaps: [{ ...marked.gaps[0]!, place: [{ name: hostile }, { name: hostile }] }],
        },
        { ...clean, source: [{ name: hostile }] },
      ],
      'zh',
      { missing: [hostile], excluded: [hostile], contact: hostile },
    )
    expect(page).not.toContain('<script')
    expect(page).not.toMatch(/[\u202e\u0007\uffff]|\p{Surrogate}/u)
    expect(page).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot;onerror=&#39;x&#39;&amp;amp;··</blockquote>',
    )
  })

  it('shows the place with the box drawn', async () => {
    const page = await written([withFinding({ picture })])
    expect(page).toContain('<img src="data:image/jpeg;base64,/9j/2Q==" width="900" height="150"')
    expect(page).toContain('style="left:10%;top:40%;width:20%;height:20%"')
  })

  it('shows what a person sees beside what a machine reads', async () => {
    const page = await written([withFinding({ sight: 'hidden', hiddenBy: 'same-colour', picture })])
    expect(page).toMatch(/人看到的<\/h5><figure[\s\S]*机器读到的<\/h5><blockquote>机密★20年/)
  })

  it('shows unseen text only where it was asked for', async () => {
    expect(await written([withFinding(hidden)])).not.toContain('看不见的原文')
    expect(await written([withFinding(hidden)])).toContain('有文字，此处不显示')
    expect(await written([withFinding(hidden)], 'zh', { reveal: true })).toContain('看不见的原文')
  })

  it('speaks English when asked, but for names and quotes', async () => {
    const page = await written([marked, clean, withFinding({ ...hidden, picture })], 'en', { missing: ['x'] })
    const own = page
      .replaceAll(/<blockquote>[^<]*<\/blockquote>/g, '')
      .replaceAll(/通知\.pdf|附件\.zip|名单\.xlsx|字体\.ttf|公告\.txt|“一”/g, '')
    expect(own).not.toMatch(/\p{Script=Han}/u)
    expect(own).toContain('DO NOT PUBLISH')
    expect(own).toContain('Internal. Keep this report safe.')
  })
})

describe('the other reports', () => {
  it('hold neither pictures nor unseen text', async () => {
    for (const reporter of [json, text]) {
      const { revealed: _revealed, ...rest } = hidden
      const whole = await reported(reporter, [withFinding({ ...hidden, picture })])
      expect(whole).toBe(await reported(reporter, [withFinding(rest)]))
    }
  })
})
