import { expect, test } from 'vitest'
import { zipOf } from '../../../build-fixtures/zip.mjs'
import { listContainer } from '../../../../src/extract/shared/zip/container.js'
import { memorySource } from '../../../../src/source.js'

const namesOf = (bytes: Uint8Array) =>
  listContainer(memorySource([{ name: 'a' }], bytes), bytes.subarray(0, 8192))
const zip = zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': '机密' })

test('a ZIP names its entries', async () => {
  expect(await namesOf(zip)).toEqual(['[Content_Types].xml', 'word/document.xml'])
})

test('a ZIP that was cut off names those near its beginning', async () => {
  expect(await namesOf(zip.subarray(0, -30))).toEqual(['[Content_Types].xml', 'word/document.xml'])
  expect(await namesOf(zip.subarray(0, 60))).toEqual(['[Content_Types].xml'])
  expect(await namesOf(zip.subarray(0, 10))).toEqual([])
})

test('anything else names nothing', async () => {
  expect(await namesOf(Buffer.from('PK 不是压缩包'))).toEqual([])
  expect(await namesOf(Buffer.from('机密'))).toEqual([])
  expect(await namesOf(new Uint8Array(0))).toEqual([])
})
