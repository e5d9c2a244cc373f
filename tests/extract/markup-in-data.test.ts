import { describe, expect, test } from 'vitest'
import { Uninspectable } from '../../src/errors.js'
import { mime } from '../../src/extract/mime.js'
import { Fragments } from '../../src/extract/shared/markup/fragment.js'
import { text } from '../../src/extract/text.js'
import { JsonReader } from '../../src/extract/text/json.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Extractor, Line } from '../../src/types.js'
import { openWork } from './dump.js'

const article = '<p>秘密★3年</p><h1>临江市某某局文件</h1><p>各科室：</p>'
const escaped = article.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function linesIn(name: string, content: string | Uint8Array, by: Extractor = text): Promise<Line[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const lines: Line[] = []
  for await (const piece of by.extract(memorySource(placeOf({ name }), bytes), openWork()))
    if (piece.kind === 'page') lines.push(...piece.page.lines)
  return lines
}

const wordsOf = ({ spans }: Line): string => spans.map((span) => span.text).join('')

describe('markup kept in data is read as the page it is', () => {
  test.each([
    ['a.json', JSON.stringify({ items: [{ content: article }] }), 'items[0].content', 1],
    ['slashes.json', `{"c":"${article.replaceAll('/', '\\/')}"}`, 'c', 1],
    ['escapes.json', `{\n"c":"${article.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}"}`, 'c', 2],
    ['nested.json', JSON.stringify({ state: JSON.stringify({ body: article }) }), 'state.body', 1],
    ['entities.json', JSON.stringify({ c: escaped }), 'c', 1],
    ['a.jsonl', `{"id":1}\n${JSON.stringify({ html: article })}\n`, 'html', 2],
    ['a.yaml', `title: 通知\ncontent: |\n  说明：<br>\n  ${article}\n`, 'content', 4],
    ['quoted.yml', `a:\n  - b: "${article}"\n`, 'a.b', 2],
    ['a.csv', `标题,内容\n通知,"说明：<br>\n${article}"\n`, '内容', 3],
    [
      'cdata.xml',
      `<rss><item><description><![CDATA[\n${article}]]></description></item></rss>`,
      'description',
      2,
    ],
    ['escaped.xml', `<rss><description>${escaped}</description></rss>`, 'description', 1],
    ['a.sql', `INSERT INTO t VALUES\n(1,'通知','${article}');`, undefined, 2],
    [
      'quotes.sql',
      `INSERT INTO t VALUES (1,'<p style=\\"a\\">秘密★3年</p>\\r\\n<p>各科室</p>');`,
      undefined,
      1,
    ],
    ['break.sql', "INSERT INTO t VALUES (1,'秘密★3年<br>临江市某某局文件');", undefined, 1],
    ['a.js', `const page = \`${article}\`\n`, undefined, 1],
    ['tag-over-lines.js', `const page = '<p\n class="a">秘密★3年</p>'\n`, undefined, 2],
    ['a.vue', `<template>\n<div>${article}</div></template>\n<script>\nlet a\n</script>`, undefined, 2],
    [
      'a.jsp',
      `<%@ page contentType="text/html" %>\n<td>\n<b>秘密</b>\n★3年</td><td><%= n %></td>`,
      undefined,
      3,
    ],
    ['a.php', `<?php $a = 1; ?>\n<p>秘密★3年</p>`, undefined, 2],
    ['notes.txt', `说明\n${article}\n`, undefined, 2],
    ['rows.txt', '说明\n<td>秘密★3年</td><td>通知</td>\n', undefined, 2],
    ['a.md', `---\ntitle: 通知\n---\n\n${article}\n`, undefined, 5],
    ['break.md', '# 通知\n\n秘密★3年<br>临江市某某局文件\n', undefined, 3],
    ['list.md', '正文\n\n- 甲\n- > 秘密★3年\n', undefined, 4],
    ['front.md', `---\nsummary: |\n  ${article}\n---\n`, 'summary', 3],
  ])('%s', async (name, content, label, line) => {
    const found = (await linesIn(name, content)).find((one) => /^秘密\s?★3年$/.test(wordsOf(one).trim()))
    expect(found).toBeDefined()
    expect(found?.label).toBe(label)
    expect(found?.at?.line).toBe(line)
  })

  test('nothing of the text is lost: attributes, odd tags, numbers in addresses', async () => {
    const odd = '<a href="tel:13900000000">电话</a><p 备注="内部资料">正文</p><机密>尾'
    const told = (await linesIn('a.json', JSON.stringify({ c: odd }))).map(wordsOf).join('\n')
    for (const words of ['13900000000', '内部资料', '正文', '机密', '尾']) expect(told).toContain(words)
  })

  test('rows and cells without their table stay apart', async () => {
    const lines = await linesIn('a.json', JSON.stringify({ c: '<tr><td>甲</td><td>乙</td></tr>' }))
    expect(lines.map(wordsOf)).toEqual(['甲', '乙'])
  })

  test('JSON in JSON in JSON comes to an end', async () => {
    let inner = '"底"'
    for (let depth = 0; depth < 9; depth++) inner = JSON.stringify({ a: inner })
    expect((await linesIn('a.json', inner)).map(wordsOf).join()).toContain('底')
  })
})

describe('text about something else stays as it is', () => {
  test.each([
    ['code.js', '// 密级写作 <p>秘密★3年</p>\nconst mark = "秘密★3年"\n'],
    ['compare.py', 'if a <b and c> d: # 秘密★3年 是例子\n'],
    ['a.yaml', 'examples:\n  - { text: 秘密★3年, at: first }\n'],
    ['rule.yaml', 'title: { zh: 秘密★3年, en: mark }\npattern: a\n'],
    ['rule.yaml', 'title: 秘密★3年\nclues:\n  - { name: a, pattern: b }\n'],
    ['i18n.yml', 'level:\n  mark: 秘密★3年\n'],
    ['app.yaml', 'zh-CN:\n  mark: "秘密★3年"\n'],
    ['app.yaml', 'messages:\n  mark: 秘密★3年\n'],
    ['messages_zh_CN.properties', 'level.mark=秘密★3年\n'],
    ['app.toml', 'messages.mark = "秘密★3年"\n'],
  ])('%s', async (name, content) => {
    const lines = (await linesIn(name, content)).map(wordsOf)
    expect(lines).not.toContain('秘密★3年')
    expect(lines.join('\n')).toContain('秘密★3年')
  })

  test('fields that describe name a level; one that is a whole mark bears it', async () => {
    const lines = (await linesIn('a.yaml', 'why: 秘密\nhelp: 秘密★3年\n')).map(wordsOf)
    expect(lines).toEqual(['秘密★3年', 'why: 秘密'])
  })

  test.each([
    ['plain data', 'a.yaml', 'title: 通知\nmark: 秘密★3年\n'],
    ['the head of a document', 'a.md', '---\ndescription: 秘密★3年\nzh: 秘密★3年\n---\n正文\n'],
    ['a block under a language', 'a.yaml', 'zh: |\n  秘密★3年\n  临江市某某局文件\n'],
    ['a page under a language', 'a.yaml', 'zh: <p>秘密★3年</p>\n'],
    ['an escaped page in a rule', 'a.yaml', 'pattern: a\ntitle: "&lt;p&gt;秘密★3年&lt;/p&gt;"\n'],
    ['line ends as escapes', 'a.yaml', 'messages: { a: "秘密★3年\\n各科室" }\n'],
    ['settings', 'a.ini', 'mark = 秘密★3年\n'],
    ['a page in translations', 'zh-CN.properties', 'a=<p>秘密★3年</p>\n'],
  ])('a mark that stands for itself is told alone: %s', async (_, name, content) => {
    expect((await linesIn(name, content)).map(wordsOf)).toContain('秘密★3年')
  })

  test('a value between tags is still a sentence', async () => {
    const lines = await linesIn('a.json', JSON.stringify({ c: '<p>密级例如“秘密★3年”。</p>' }))
    expect(lines.map(wordsOf)).toEqual(['密级例如“秘密★3年”。'])
  })
})

describe('Markdown', () => {
  test('blocks of code, fenced or indented, read as those of a page, on the lines where they stand', async () => {
    const lines = await linesIn('a.md', '例如：\n\n```\n甲\n秘密★3年\n```\n\n    绝密\n')
    expect(lines.slice(1).map((one) => [wordsOf(one), one.at?.line])).toEqual([
      ['甲', 4],
      ['秘密★3年', 5],
      ['绝密', 8],
    ])
  })

  test('tables are cells, notes are told, quotations nested beyond reason do not break the reader', async () => {
    const lines = await linesIn('a.md', '| 项 | 值 |\n|---|---|\n| 密级 | **秘密** |\n\n[^1]: 内部资料\n')
    expect(lines.find((one) => wordsOf(one) === '秘密')).toMatchObject({
      cell: { row: 1, column: 1 },
      at: { line: 3 },
    })
    expect(lines.map(wordsOf).join('\n')).toContain('内部资料')
    expect((await linesIn('a.md', `${'>'.repeat(20_000)} 秘密`)).map(wordsOf).join()).toContain('秘密')
  })
})

describe('seven-bit Chinese mail', () => {
  const mail = (charset: string, body: string) =>
    `Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n${body}\r\n`
  const pairs = ';zC\\!o'

  test.each([
    ['utf-7', '+ZzpbxiYF-10+XnQ-'],
    ['iso-2022-cn', `\x1b$)A\x0e${pairs}\x0f10\x1b$)A\x0eDj\x0f`],
    ['us-ascii', `\x1b$)A\x0e${pairs}\x0f10\x1b$)A\x0eDj\x0f`],
    ['hz-gb-2312', `~{${pairs}~}10~{Dj~}`],
    ['x-cp52936', `~{${pairs}~}10~{Dj~}`],
  ])('%s', async (charset, body) => {
    const told = (await linesIn('a.eml', mail(charset, body), mime)).map(wordsOf)
    expect(told).toContain('机密★10年')
  })

  test('a set that is not known is a gap', async () => {
    const source = memorySource(
      placeOf({ name: 'a.eml' }),
      new TextEncoder().encode(mail('iso-2022-cn', '\x1b$)G\x0e;zC\\\x0f')),
    )
    const gaps: string[] = []
    for await (const piece of mime.extract(source, openWork()))
      if (piece.kind === 'gap') gaps.push(piece.detail.code)
    expect(gaps).toEqual(['mail.seven-bit'])
  })

  test('a text file in seven bits is a gap, not ASCII', async () => {
    await expect(linesIn('a.txt', `~{${pairs}~}10~{Dj~}\n`)).rejects.toThrow(Uninspectable)
  })
})

test.each([
  'https://hawser.github.com/spec/v1',
  'http://git-media.io/v/2',
  'https://git-lfs.github.com/spec/v1',
])('a pointer of %s is a gap', async (version) => {
  await expect(linesIn('a.txt', `version ${version}\noid sha256:00\nsize 1\n`)).rejects.toThrow(Uninspectable)
})

describe('limits, at their boundary', () => {
  const MEGABYTE = 1024 * 1024
  const filler = (length: number) => 'a'.repeat(length - article.length)

  test.each([
    [0, [MEGABYTE + 2]],
    [1, [MEGABYTE + 1, 2]],
  ])('a JSON string %i beyond 1 MiB when more of it comes', async (over, lengths) => {
    const reader = new JsonReader(new Fragments([]))
    const lines = [`{"c":"${'a'.repeat(MEGABYTE + over)}`, 'bb"}'].flatMap((chunk) => [...reader.read(chunk)])
    expect(lines.map((line) => wordsOf(line).length)).toEqual(lengths)
  })

  test.each([
    [0, 'b'],
    [1, 'c'],
  ])('YAML %i beyond 1 MiB is read line by line', async (over, key) => {
    const content = `b:\n  c: 秘密\nd: `
    const text = `${content}${'a'.repeat(MEGABYTE + over - content.length)}`
    const found = (await linesIn('a.yaml', text)).find((line) => wordsOf(line) === '秘密')
    expect(found?.label).toBe(key === 'b' ? 'b.c' : 'c')
  })

  test.each([
    [0, ['秘密★3年']],
    [1, []],
  ])('a text %i beyond 4 MiB is no page', (over, marks) => {
    const fragments = new Fragments([])
    return fragments.open().then(() => {
      const text = filler(4 * MEGABYTE + over) + article
      const lines = (fragments.linesOf(text, {}) ?? []).map(wordsOf)
      expect(lines.filter((line) => line === '秘密★3年')).toEqual(marks)
    })
  })
})
