/** What a site puts around its pages, and what becomes of links there that lead nowhere. */
import { describe, expect, test } from 'vitest'
import { addressesOf } from '../../../../src/extract/shared/markup/addresses.js'
import {
  childrenOf,
  type HtmlParent,
  isElement,
  openReader,
} from '../../../../src/extract/shared/markup/tree.js'
import { follow, type Link } from '../../../../src/extract/shared/links.js'
import type { Piece, Source, Work } from '../../../../src/types.js'

const reader = await openReader()

function linksIn(node: HtmlParent): Link[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) ? [...addressesOf(child), ...linksIn(child)] : [],
  )
}

const linksOf = (html: string): Link[] => linksIn(reader.page(html))

describe('whose a link is', () => {
  test.each([
    ['<nav><img src="a.png"></nav>', false],
    ['<div class="footer"><img src="a.png"></div>', false],
    ['<div id="site-header"><p><a href="a.pdf">x</a></p></div>', false],
    ['<header><img src="a.png"></header>', false],
    ['<img src="a.png" width="1" height="1">', false],
    ['<img src="a.png" width="3" height="1">', undefined],
    ['<iframe src="https://example.org/ns.html" height="0" width="0"></iframe>', false],
    ['<iframe src="a.html" style="display: none; visibility: hidden"></iframe>', false],
    ['<iframe src="a.html" width="3" height="2"></iframe>', undefined],
    // A loader shows it later.
    ['<img src="a.png" style="display:none">', undefined],
    ['<p><img src="a.png"></p>', undefined],
    ['<article><header><img src="a.png"></header></article>', undefined],
    ['<body class="menu"><p><a href="a.pdf">x</a></p></body>', undefined],
    [`<div class="nav">${'<div>'.repeat(70)}<img src="a.png">`, undefined],
  ])('%s', (html, own) => {
    expect(linksOf(html).map((link) => link.own)).toEqual([own])
  })
})

test('of the frame one note tells, of the posting each file is told', async () => {
  const source = { place: [{ name: 'a.html' }], sibling: () => Promise.resolve(null) } as unknown as Source
  const html =
    '<nav><img src="https://example.org/logo.png"><img src="b.png"></nav><p><img src="c.png"><a href="https://example.org/d.pdf">附件</a></p>'
  const pieces: Piece[] = []
  for await (const piece of follow(linksOf(html), source, {} as Work)) pieces.push(piece)
  expect(pieces).toMatchObject([
    { kind: 'remark', remark: 'link-missing', detail: { args: { name: 'c.png' } } },
    { kind: 'remark', remark: 'link-remote', detail: { args: { name: 'https://example.org/d.pdf' } } },
    { kind: 'note', detail: { code: 'link.beside', args: { count: 2, names: 'logo.png, b.png' } } },
  ])
})

describe('the addresses of a set of pictures', () => {
  test.each([
    ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
    ['a.png,b.png 2x', ['a.png,b.png']],
    ['a.png, b.png', ['a.png', 'b.png']],
    ['a.png 480w,b.png 800w', ['a.png', 'b.png']],
    [
      'https://example.org/f_auto,q_auto:eco,w_340/a.jpg 340w, https://example.org/f_auto,w_680/a.jpg 680w',
      ['https://example.org/f_auto,q_auto:eco,w_340/a.jpg', 'https://example.org/f_auto,w_680/a.jpg'],
    ],
    ['data:image/png;base64,iVBORw0KGgo= 1x, b.png 2x', ['data:image/png;base64,iVBORw0KGgo=', 'b.png']],
    ['a.png 1x x', ['a.png']],
    [',,', []],
  ])('%s', (set, expected) => {
    expect(linksOf(`<p><img srcset="${set}">`).map(({ href }) => href)).toEqual(expected)
  })

  test('a long one takes no long time', () => {
    const started = performance.now()
    linksOf(`<p><img srcset="${'a x, '.repeat(20_000)}${','.repeat(50_000)}">`)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

test('a missing page that another page leads to is no missing attachment, one that is at hand is read', async () => {
  const inner = { place: [{ name: 'b.md' }] } as unknown as Source
  const sibling = (href: string) => Promise.resolve(href === 'b.md' ? inner : null)
  const source = { place: [{ name: 'a.md' }], sibling } as unknown as Source
  const html =
    '<a href="b.md">b</a><a href="c.md#d">c</a><a href="https://example.org/d.md">d</a><img src="e.md"><a href="f.doc">f</a>'
  const pieces: Piece[] = []
  for await (const piece of follow(linksOf(html), source, {} as Work)) pieces.push(piece)
  expect(pieces).toMatchObject([
    { kind: 'part', role: 'linked', source: inner },
    { kind: 'remark', remark: 'link-missing', detail: { args: { name: 'e.md' } } },
    { kind: 'remark', remark: 'link-missing', detail: { args: { name: 'f.doc' } } },
    { kind: 'note', detail: { code: 'link.beside', args: { count: 2, names: 'c.md, d.md' } } },
  ])
})
