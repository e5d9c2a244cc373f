import { describe, expect, test } from 'vitest'
import { externalLinks, linkedPieces } from '../../../../src/extract/shared/ooxml/links.js'
import type { OfficePackage, Relationship } from '../../../../src/extract/shared/ooxml.js'
import { placeOf } from '../../../../src/place.js'
import { memorySource } from '../../../../src/source.js'
import type { Piece, Source } from '../../../../src/types.js'

const relationship = (type: string, target: string): Relationship => ({
  id: type,
  type,
  target,
  external: true,
})
const pack = (relationships: Relationship[]) =>
  ({ allRelationships: new Map([['', relationships]]) }) as unknown as OfficePackage

async function pieces(source: Source, links: readonly Relationship[]): Promise<Piece[]> {
  const found: Piece[] = []
  for await (const piece of linkedPieces(source, links)) found.push(piece)
  return found
}

describe('addresses outside a package', () => {
  const source: Source = {
    ...memorySource(placeOf({ name: '通知.docx' }), new Uint8Array(0)),
    sibling: async (target) =>
      target === '附图.png' ? memorySource(placeOf({ name: target }), new Uint8Array(1)) : null,
  }

  test('a picture that is also offered as a link is still a picture', async () => {
    const links = externalLinks(
      pack([relationship('hyperlink', '附图.png'), relationship('image', '附图.png')]),
    )
    expect(await pieces(source, links)).toMatchObject([{ kind: 'part', source: { name: '附图.png' } }])
  })

  test('a file that lies elsewhere is told as missing; a link is no part of the page', async () => {
    const links = externalLinks(
      pack([relationship('image', 'https://example.org/a.png'), relationship('hyperlink', 'b.docx')]),
    )
    expect(await pieces(source, links)).toMatchObject([
      { kind: 'remark', remark: 'link-missing', detail: { args: { target: 'https://example.org/a.png' } } },
    ])
  })

  test('an address used twice in the same way is told once', () => {
    const twice = [relationship('hyperlink', 'b.docx'), relationship('hyperlink', 'b.docx')]
    expect(externalLinks(pack(twice))).toHaveLength(1)
  })
})
