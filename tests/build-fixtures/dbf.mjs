/** Builds fixtures/extract/dbf/<case>/input.dbf: tables as statistics and finance programs keep them. */
import { pathToFileURL } from 'node:url'
import iconv from 'iconv-lite'
import { writeCases } from './write-cases.mjs'

/**
 * @param {[name: string, type: string, length: number][]} fields
 * @param {string[][]} records one beginning with `*` as its first value is marked as deleted
 */
export function dbfOf(fields, records, { encoding = 'gbk', driver = 0, version = 3 } = {}) {
  const recordLength = 1 + fields.reduce((sum, [, , length]) => sum + length, 0)
  const head = Buffer.alloc(33 + 32 * fields.length)
  head[0] = version
  head.set([124, 3, 5], 1)
  head.writeUInt32LE(records.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(recordLength, 10)
  head[29] = driver
  fields.forEach(([name, type, length], index) => {
    const at = 32 + 32 * index
    iconv.encode(name, encoding).copy(head, at, 0, 10)
    head.write(type, at + 11, 'latin1')
    head.writeUInt8(length, at + 16)
  })
  head[head.length - 1] = 0x0d
  const rows = records.map((values) => {
    const gone = values[0] === '*'
    const own = gone ? values.slice(1) : values
    const row = Buffer.alloc(recordLength, 0x20)
    if (gone) row[0] = 0x2a
    let at = 1
    fields.forEach(([, , length], index) => {
      iconv.encode(own[index] ?? '', encoding).copy(row, at, 0, length)
      at += length
    })
    return row
  })
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])])
}

const fields = [['序号', 'N', 4], ['文件名称', 'C', 30], ['密级', 'C', 12], ['DATE', 'D', 8]] // prettier-ignore
const records = [
  ['   1', '关于秋粮收购的方案', '机密★5年', '20240305'],
  ['*', '   2', '删去的绝密文件', '绝密', '20240306'],
  ['   3', '关于食堂采购的通知', '公开', '20240307'],
]

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeCases('dbf', {
    table: { 'input.dbf': dbfOf(fields, records) },
    big5: {
      'input.dbf': dbfOf([['密等', 'C', 12]], [['機密'], ['普通']], { encoding: 'big5', driver: 0x4f }),
    },
    'utf-8': { 'input.dbf': dbfOf([['NAME', 'C', 40]], [['秋粮收购领导小组']], { encoding: 'utf8' }) },
    memo: {
      'input.dbf': dbfOf([...fields.slice(0, 2), ['备注', 'M', 10]], [['   1', '有备注', '         1']], {
        version: 0x83,
      }),
    },
    'cut-off': { 'input.dbf': dbfOf(fields, records).subarray(0, 240) },
  })
