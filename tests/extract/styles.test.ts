/** What style sheets do to a page: selectors, cascade, conditions, sheets beside it, words and pictures they add. */
import { describe, expect, test } from 'vitest'
import { html } from '../../src/extract/html.js'
import { mediaHolds } from '../../src/extract/shared/markup/media.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Piece, Source } from '../../src/types.js'
import { openWork } from './dump.js'

async function piecesOf(content: string, files: Readonly<Record<string, string>> = {}): Promise<Piece[]> {
  const source: Source = {
    ...memorySource(placeOf({ name: 'a.html' }), new TextEncoder().encode(content)),
    sibling: async (href) =>
      href in files ? memorySource(placeOf({ name: href }), new TextEncoder().encode(files[href])) : null,
  }
  const pieces: Piece[] = []
  for await (const piece of html.extract(source, openWork())) pieces.push(piece)
  return pieces
}

/** Lines of the body: why hidden, then the words. */
async function told(content: string, files?: Readonly<Record<string, string>>): Promise<string[]> {
  const lines = (await piecesOf(`<!DOCTYPE html><html><body>${content}`, files)).flatMap((piece) =>
    piece.kind === 'page' ? piece.page.lines.filter(({ part = 'body' }) => part === 'body') : [],
  )
  return lines.map(({ spans }) => `${spans[0]!.hiddenBy ?? ''}|${spans.map(({ text }) => text).join('')}`)
}

const hides = async (css: string, body: string): Promise<boolean> =>
  (await told(`<style>${css}</style>${body}`)).includes('not-displayed|藏')

describe('selectors', () => {
  const body =
    '<div id="d" class="a b"><p>甲</p><p class="x" data-k="one two" lang="zh-CN">藏</p><ul><li>乙</li></ul></div>'
  test.each([
    ['p.x'],
    ['.a .x'],
    ['div > .x'],
    ['p + .x'],
    ['p ~ p'],
    ['#d .x'],
    ['[data-k]+ .y, .x'],
    ['[data-k~="two"]'],
    ['[data-k^=one]'],
    ['[data-k$="two"]'],
    ['[data-k*="e t"]'],
    ['[lang|=zh]'],
    ['[data-k="ONE TWO" i]'],
    ['p:not(:first-child)'],
    ['p:nth-child(2)'],
    ['p:nth-child(even)'],
    ['p:nth-last-child(2)'],
    ['p:nth-of-type(2n)'],
    ['p:last-of-type'],
    [':root .x'],
    [':is(section, div) > :where(.x)'],
    ['body div.a.b > p:not(.y, #z)'],
    ['\\.none, .\\78'],
  ])('%s hides', async (selector) => {
    expect(await hides(`${selector}{display:none}`, body)).toBe(true)
  })

  test.each([
    ['.x:hover'],
    ['.a > li ~ .x'],
    ['section .x'],
    ['p:first-child'],
    ['p:nth-child(2n+1)'],
    ['.x:not(p)'],
    ['.x::before'],
    ['[data-k=""]'],
    ['[data-k*=""]'],
    ['ul + .x'],
  ])('%s does not', async (selector) => {
    expect(await hides(`${selector}{display:none}`, body)).toBe(false)
  })

  test('nested rules, with and without &, and layers', async () => {
    expect(await hides('.a{color:red;& .x{display:none}}', body)).toBe(true)
    expect(await hides('.a{p.x{display:none}}', body)).toBe(true)
    expect(await hides('.a{@media screen{.x{display:none}}}', body)).toBe(true)
    expect(await hides('.x{display:block}@layer one{#d .x{display:none}}', body)).toBe(false)
  })
})

describe('the cascade', () => {
  test.each([
    ['.x{display:none}.x{display:block}', '', false],
    ['.x{display:none!important}.x{display:block}', '', true],
    ['#d{display:none}.x{display:block}', '', true],
    ['p{display:none}', 'display:block', false],
    ['p{display:none!important}', 'display:block', true],
    ['p{display:none!important}', 'display:block!important', false],
    ['@media print{p{display:none}}', '', false],
    ['@media screen and (min-width:768px){p{display:none}}', '', true],
    ['@media (max-width:600px){p{display:none}}', '', false],
    ['@supports (display:grid){p{display:none}}', '', true],
    ['@supports not (display:grid){p{display:none}}', '', false],
    [':root{--d:none}p{display:var(--d)}', '', true],
    ['p{display:var(--e,none)}', '', true],
    ['p{display:var(--a)}:root{--a:var(--b);--b:var(--a)}', '', false],
    ['p{display:var(--d)}', '--d:none', true],
  ])('%s on style="%s"', async (css, own, expected) => {
    expect(await hides(css, `<p id="d" class="x" style="${own}">藏</p>`)).toBe(expected)
  })

  test('colours by several steps are settled, and a later shorthand takes back a colour', async () => {
    const css =
      '.bar{background-color:#fff}.page .bar{background:#036}.page .bar h2{color:#fff}.low b{color:rgb(250 250 250)}'
    expect(
      await told(
        `<style>${css}</style><div class="page"><div class="bar"><h2>看见</h2></div></div><p class="low"><b>白字</b></p>`,
      ),
    ).toEqual(['|看见', 'same-colour|白字'])
  })

  test('a shadow is no hiding; a font of no size is', async () => {
    const css = '.s{text-shadow:0 0 4px #000;color:#333}.z{font:0/0 a}'
    expect(await told(`<style>${css}</style><p class="s">有影</p><p class="z">无字</p>`)).toEqual([
      '|有影',
      'tiny|无字',
    ])
  })

  test('what is faded in is not displayed yet', async () => {
    const css = '.c p{opacity:0;transition:opacity .3s}.d p{opacity:0}'
    expect(
      await told(`<style>${css}</style><div class="c"><p>渐显</p></div><div class="d"><p>透明</p></div>`),
    ).toEqual(['not-displayed|渐显', 'transparent|透明'])
  })
})

test.each([
  ['', true],
  ['all', true],
  ['print, screen', true],
  ['print', false],
  ['not print', true],
  ['(min-width: 1280px)', true],
  ['(min-width: 1281px)', false],
  ['(max-width: 1280px)', true],
  ['(max-width: 1279px)', false],
  ['(width >= 80em)', true],
  ['(600px < width <= 1000px)', false],
  ['(orientation: portrait)', false],
  ['(prefers-color-scheme: dark)', false],
])('media %s', (query, holds) => {
  expect(mediaHolds(query)).toBe(holds)
})

describe('words that sheets bring', () => {
  test.each([
    ['.m::before{content:"机密★10年"}', '<p class="m"></p>', ['|机密★10年']],
    ['.m:after{content:"\\2605 10年"}', '<p class="m">机密</p>', ['|机密★10年']],
    ['.m::before{content:"机密" attr(data-t) "年"}', '<p class="m" data-t="★10"></p>', ['|机密★10年']],
    [':root{--t:"机密★10年"}.m::before{content:var(--t)}', '<p class="m">甲</p>', ['|机密★10年甲']],
    ['.m::before{content:"机密★10年";display:block}', '<p class="m">各乡镇</p>', ['|机密★10年', '|各乡镇']],
    ['.m::before{content:"机密★10年" / "图"}', '<p class="m"></p>', ['|机密★10年']],
  ])('%s', async (css, body, lines) => {
    expect(await told(`<style>${css}</style>${body}`)).toEqual(lines)
  })

  test.each([
    ['icons', '.m::before{content:"\\e601"}'],
    ['marks of lists', '.m::before{content:"•"}'],
    ['clearing', '.m::after{content:"";display:table}'],
    ['states', '.m:hover::after{content:"提示"}'],
    ['print alone', '@media print{.m::after{content:"打印"}}'],
    ['other elements', '.n::after{content:"别处"}'],
  ])('none by %s', async (_, css) => {
    expect(await told(`<style>${css}</style><p class="m">各乡镇</p>`)).toEqual(['|各乡镇'])
  })

  test('hidden ones are told as hidden', async () => {
    expect(
      await told('<style>.m::before{content:"机密★10年";display:none}</style><p class="m"></p>'),
    ).toEqual(['not-displayed|机密★10年'])
  })
})

describe('sheets beside the page', () => {
  const link = '<link rel="stylesheet" href="css/a.css">'

  test('are read, with what they import', async () => {
    const files = {
      'css/a.css': '@import "b.css"; @import url(c.css) print; .m::before{content:"机密"}',
      'css/b.css': '.m::after{content:"★10年"}',
      'css/c.css': '.m{display:none}',
    }
    expect(await told(`${link}<p class="m"></p>`, files)).toEqual(['|机密★10年'])
  })

  test('that import each other come to an end', async () => {
    const files = { 'css/a.css': '@import "b.css"; p{display:none}', 'css/b.css': '@import "a.css";' }
    expect(await told(`${link}<p>藏</p>`, files)).toEqual(['not-displayed|藏'])
  })

  test.each([
    [0, ['not-displayed|藏']],
    [1, ['|藏']],
  ])('of 1 MiB and %i more', async (over, lines) => {
    const css = 'p{display:none}'.padEnd(1024 * 1024 + over)
    expect(await told(`${link}<p>藏</p>`, { 'css/a.css': css })).toEqual(lines)
  })

  test.each([
    [40, ['not-displayed|藏']],
    [41, ['|藏']],
  ])('the last of %i', async (count, lines) => {
    const names = Array.from({ length: count }, (_, index) => `${index + 1}.css`)
    const files = Object.fromEntries(
      names.map((name) => [name, name === `${count}.css` ? 'p{display:none}' : '']),
    )
    const links = names.map((name) => `<link rel="stylesheet" href="${name}">`).join('')
    expect(await told(`${links}<p>藏</p>`, files)).toEqual(lines)
  })

  test('pictures they draw are parts, by addresses relative to the sheet', async () => {
    const files = {
      'css/a.css':
        '.m{background:url(../img/a.png)}li{list-style-image:url("b.png")}.n{background:url(no.png)}',
      'css/../img/a.png': 'a',
      'css/b.png': 'b',
    }
    const pieces = await piecesOf(`<html>${link}<p class="m"></p><li>甲`, files)
    expect(pieces.flatMap((piece) => (piece.kind === 'part' ? [piece.source.name] : []))).toEqual([
      'a.png',
      'b.png',
    ])
  })

  test('drawings in them are read', async () => {
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><text>秘密★3年</text></svg>',
    ).toString('base64')
    const files = { 'css/a.css': `.m{mask:url(data:image/svg+xml;base64,${drawing})}` }
    const pieces = await piecesOf(`<html>${link}<p class="m"></p>`, files)
    const lines = pieces.flatMap((piece) => (piece.kind === 'page' ? piece.page.lines : []))
    expect(lines.flatMap(({ spans }) => spans.map(({ text }) => text))).toContain('秘密★3年')
  })
})

describe('hostile sheets', () => {
  test.each([
    [20_000, 'not-displayed|藏'],
    [20_001, '|藏'],
  ])('the last of %i rules', async (count, line) => {
    const css = `${'i{color:red}'.repeat(count - 1)}p{display:none}`
    expect((await told(`<style>${css}</style><p>藏</p>`)).at(-1)).toBe(line)
  })

  test.each([
    ['deep nests', 'a{'.repeat(20_000)],
    ['open brackets', `a{b:${'('.repeat(50_000)}`],
    ['selectors within selectors', `${':is('.repeat(5_000)}a`],
    [
      'values that double',
      `:root{${Array.from({ length: 40 }, (_, at) => `--a${at}:var(--a${at + 1})var(--a${at + 1})`).join(';')}}p{color:var(--a0)}`,
    ],
    ['nests that double', `${'a,b{& &,& '.repeat(12)}`],
  ])('%s', async (_, css) => {
    expect((await told(`<style>${css}</style><p>正文</p>`)).at(-1)).toBe('|正文')
  })

  test('selectors that would take for ever give up, and the words are read', async () => {
    const css = `section ${'div '.repeat(30)}.none{display:none} ${'div '.repeat(12)}p{color:red}`
    const started = Date.now()
    const lines = await told(
      `<style>${css}</style>${'<div>'.repeat(400)}${'<p class="none">字</p>'.repeat(200)}`,
    )
    expect(lines).toHaveLength(200)
    expect(Date.now() - started).toBeLessThan(20_000)
  })
})

describe('off the screen', () => {
  const seen = async (style: string) => (await told(`<p>甲</p><p style="${style}">藏</p>`)).at(-1)
  test.each([
    'margin-left:-9999px',
    'margin:0 0 0 -9999px',
    'margin-top:-1000px',
    'margin-inline-start:-200em',
    'text-indent:-9999px',
    'text-indent:-999em',
    'text-indent:9999px',
    'text-indent:-200vw',
    'text-indent:100%;white-space:nowrap;overflow:hidden',
    'position:absolute;left:-9999px',
    'position:absolute;left:-100in',
    'position:fixed;top:-500px',
    'position:absolute;left:-999%',
    'position:absolute;right:-9999px',
    'position:absolute;bottom:-9999px',
    'position:absolute;left:9999px',
    'position:absolute;left:300vw',
    'position:absolute;inset:-9999px auto auto 0',
    'transform:translateX(-9999px)',
    'transform:translate3d(-9999px, 0, 0)',
    'translate:-9999px 0',
  ])('%s', async (style) => expect(await seen(style)).toBe('outside-page|藏'))

  test.each([
    'margin-left:-999px',
    'margin-left:-480px;left:50%;position:absolute',
    'margin:-20px auto',
    'text-indent:2em',
    'text-indent:-399px',
    'text-indent:100%',
    'text-indent:1999px',
    'position:absolute;left:-100%',
    'position:absolute;left:-399px',
    'position:absolute;right:-300px',
    'left:-9999px',
    'transform:translate(-50%, -50%)',
    'transform:translateX(-300%)',
    'translate:-50% 0',
  ])('seen: %s', async (style) => expect(await seen(style)).toBe('|藏'))
})

test.each([
  ['hsl(0, 0%, 100%)', 'same-colour|藏'],
  ['hsla(120, 100%, 100%, 1)', 'same-colour|藏'],
  ['hsl(200deg 50% 99%)', 'same-colour|藏'],
  ['hsl(0.5turn 0% 98% / 90%)', 'same-colour|藏'],
  ['hsl(0 0% 0% / 0)', 'transparent|藏'],
  ['hsl(0, 100%, 50%)', '|藏'],
  ['hsl(0, 0%, 90%)', '|藏'],
  ['hsl(none 0% 30%)', '|藏'],
  ['hsl(x, 0%, 100%)', '|藏'],
])('the colour %s on white', async (colour, expected) => {
  expect(await told(`<p style="color:${colour};background:#fff">藏</p>`)).toEqual([expected])
})
