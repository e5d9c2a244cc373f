import { describe, expect, test } from 'vitest'
import { html } from '../../src/extract/html.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Piece } from '../../src/types.js'
import { describeCases, describeDamage } from './cases.js'
import { openWork } from './dump.js'

describeCases(html)
describeDamage(html)

const probe = (head: string, name: string) => ({ head: new TextEncoder().encode(head), name, entries: [] })

async function piecesOf(content: string): Promise<Piece[]> {
  const pieces: Piece[] = []
  const source = memorySource(placeOf({ name: 'a.html' }), new TextEncoder().encode(content))
  for await (const piece of html.extract(source, openWork())) pieces.push(piece)
  return pieces
}

describe('what is taken for a web page', () => {
  test.each([
    ['<!DOCTYPE html><p>', 'a.bin'],
    ['\n<!-- a -->\n<HTML>', 'no-name'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'a.xml'],
    ['<p>piece', 'a.htm'],
    ['<!--#include file="head.html" --><div>', 'a.shtml'],
  ])('%j named %s', (head, name) => {
    expect(html.accepts(probe(head, name))).toBe(true)
  })

  test.each([
    ['# Title\n<html>', 'a.md'],
    ['<html><?php echo 1 ?>', 'a.php'],
    ['const page = "<html>"', 'a.txt'],
    ['no markup at all', 'a.html'],
    ['<?xml version="1.0"?><note/>', 'a.xml'],
  ])('not %j named %s', (head, name) => {
    expect(html.accepts(probe(head, name))).toBe(false)
  })
})

describe('drawings and pictures in addresses', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>秘密★3年</text></svg>'
  const coded = Buffer.from(drawing).toString('base64')

  test.each([
    ['unescaped, in a picture', `<img src='data:image/svg+xml;utf8,${drawing}'>`],
    ['in base64, in a style sheet', `<style>.m{background:url(data:image/svg+xml;base64,${coded})}</style>`],
    ['unescaped, in a style sheet', `<style>.m{mask:url('data:image/svg+xml;utf8,${drawing}')}</style>`],
    ['as generated content', `<style>.m::before{content:url(data:image/svg+xml;base64,${coded})}</style>`],
  ])('%s', async (_, markup) => {
    const pieces = await piecesOf(`<html>${markup}<p>正文</p>`)
    const lines = pieces.flatMap((piece) => (piece.kind === 'page' ? piece.page.lines : []))
    expect(lines.map(({ spans }) => spans.map(({ text }) => text).join(''))).toContain('秘密★3年')
  })
})

describe('hostile pages', () => {
  test('tags nested beyond reason do not break the reader', async () => {
    const pieces = await piecesOf(`<html><body>${'<div>'.repeat(60_000)}机密`)
    const lines = pieces.flatMap((piece) => (piece.kind === 'page' ? piece.page.lines : []))
    expect(lines.at(-1)!.spans[0]!.text).toBe('机密')
  })

  test('frames within frames come to an end', async () => {
    let frame = '<p>底</p>'
    for (let depth = 0; depth < 8; depth++)
      frame = `<iframe srcdoc="${frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
    expect((await piecesOf(`<html>${frame}`)).length).toBeGreaterThanOrEqual(1)
  })

  test('a paragraph of megabytes is cut into pieces that flow on', async () => {
    const pieces = await piecesOf(`<html><p>${'某'.repeat(500_000)}</p><p>次段</p>`)
    const lines = pieces.flatMap((piece) => (piece.kind === 'page' ? piece.page.lines : []))
    const long = lines.slice(0, -1)
    expect(long.map((line) => line.spans[0]!.text).join('')).toBe('某'.repeat(500_000))
    expect(new Set(long.map((line) => line.paragraph)).size).toBe(1)
    expect(lines.at(-1)!.paragraph).toBeUndefined()
  })

  test('thousands of style rules cost little and hide what they say', async () => {
    const rules = Array.from({ length: 20_000 }, (_, index) => `.c${index}{display:none}`).join('')
    const pieces = await piecesOf(`<html><style>${rules}</style><p class="c7">藏</p><p>看见</p>`)
    const lines = pieces.flatMap((piece) => (piece.kind === 'page' ? piece.page.lines : []))
    expect(lines.map((line) => line.spans[0]!.sight)).toEqual(['hidden', 'visible'])
  })

  test('a page too large for a tree is a gap', async () => {
    const source = { ...memorySource(placeOf({ name: 'a.html' }), new Uint8Array(4)), size: 30 * 1024 ** 2 }
    const read = async () => {
      for await (const piece of html.extract(source, openWork())) expect(piece).toBeUndefined()
    }
    await expect(read()).rejects.toMatchObject({ reason: 'limit' })
  })

  test('without a way to its neighbours a page only remarks on documents and pictures', async () => {
    const pieces = await piecesOf('<html><a href="a.pdf">甲</a><a href="b.html">乙</a><img src="c.png">')
    const remarks = pieces.filter((piece) => piece.kind === 'remark')
    expect(remarks.map((piece) => piece.detail.args?.name)).toEqual(['a.pdf', 'c.png'])
  })
})
