/** The fixture cases of one format, read from disk, and the two promises every extractor makes about damage. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Uninspectable } from '../../src/errors.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Extractor, Piece } from '../../src/types.js'
import { dump, fileSource, openWork } from './dump.js'

const root = new URL('../../fixtures/extract/', import.meta.url).pathname

export interface Case {
  readonly name: string
  readonly folder: string
  readonly input: string
}

export function casesOf(format: string): Case[] {
  const folders = readdirSync(join(root, format), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return folders.map(({ name }) => {
    const folder = join(root, format, name)
    const input = readdirSync(folder).find((file) => file.startsWith('input.'))!
    return { name, folder, input: join(folder, input) }
  })
}

export function describeCases(extractor: Extractor, format = extractor.format): void {
  describe(`the ${format} extractor says what is in`, () => {
    test.each(casesOf(format))('$name', async ({ folder, input }) => {
      const said = await dump(extractor, await fileSource(input))
      await expect(said).toMatchFileSnapshot(join(folder, 'expected.txt'))
    })
  })
}

/** Cut at ten places, and with bits turned over at ten: nothing but `Uninspectable` may escape. */
export function describeDamage(extractor: Extractor, format = extractor.format): void {
  describe(`a damaged ${format} file never breaks the extractor`, () => {
    test.each(casesOf(format))('$name', async ({ input }) => {
      const bytes = new Uint8Array(readFileSync(input))
      for (let part = 0; part < 10; part++) {
        await survive(extractor, bytes.subarray(0, Math.floor((bytes.length * part) / 10)), input)
        const turned = Uint8Array.from(bytes)
        for (let at = part; at < turned.length; at += 97 + part * 13) turned[at]! ^= 1 << (part % 8)
        await survive(extractor, turned, input)
      }
      expect(bytes.length).toBeGreaterThan(0)
    })
  })
}

async function survive(extractor: Extractor, bytes: Uint8Array, name: string): Promise<void> {
  const source = memorySource(placeOf({ name }), bytes)
  const probe = { head: bytes.subarray(0, 8192), name, entries: [] }
  if (bytes.length === 0 || !extractor.accepts(probe)) return
  try {
    for await (const piece of extractor.extract(source, openWork())) await render(piece)
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
  }
}

async function render(piece: Piece): Promise<void> {
  if (piece.kind === 'page') await piece.page.pixels?.render(0.5)
}
