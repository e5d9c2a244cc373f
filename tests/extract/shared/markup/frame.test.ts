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
