import { describe, expect, test } from 'vitest'
import { cfbOf } from '../../../build-fixtures/cfb.mjs'
import { listContainer } from '../../../../src/extract/shared/zip/container.js'
import { listStreams } from '../../../../src/extract/shared/cfb/names.js'
import { memorySource } from '../../../../src/source.js'

const sourceOf = (bytes: Uint8Array) => memorySource([{ name: 'a' }], bytes)
const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Stream${index}`, `${index}`]))

describe('the names in a compound file', () => {
  test('are listed over several directory sectors', async () => {
    expect(await listStreams(sourceOf(cfbOf(many)))).toEqual(Object.keys(many))
  })

  test('are what a first look at the file is given', async () => {
    const bytes = cfbOf({ WordDocument: 'x' })
    expect(await listContainer(sourceOf(bytes), bytes.subarray(0, 8192))).toEqual(['WordDocument'])
  })

  test('end where the chain of sectors runs in a circle', async () => {
    const bytes = cfbOf(many)
    bytes.writeUInt32LE(1, 512 + 2 * 4)
    expect((await listStreams(sourceOf(bytes))).length).toBeLessThanOrEqual(8)
  })

  test.each([0, 8, 300, 600, 1100])('are none or few in a file cut off after %i bytes', async (length) => {
    const names = await listContainer(
      sourceOf(cfbOf(many).subarray(0, length)),
      cfbOf(many).subarray(0, length),
    )
    expect(names.length).toBeLessThanOrEqual(4)
  })

  test('do not lead out of the file', async () => {
    const bytes = cfbOf(many)
    bytes.writeUInt32LE(0x7fffffff, 48)
    expect(await listStreams(sourceOf(bytes))).toEqual([])
    bytes.writeUInt32LE(100_000, 48)
    bytes.writeUInt32LE(7, 68)
    expect(await listStreams(sourceOf(bytes))).toEqual([])
  })
})
