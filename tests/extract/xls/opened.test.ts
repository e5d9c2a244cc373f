/** Workbook streams under the password Excel tries by itself. */
import { expect, it } from 'vitest'
import { Bytes } from '../../../src/extract/shared/bytes.js'
import { Rc4 } from '../../../src/extract/shared/cfb/rc4.js'
import { openedStream } from '../../../src/extract/xls/opened.js'
// @ts-expect-error: a script without types.
import { encryptedWorkbook } from '../../build-fixtures/biff-cipher.mjs'
// @ts-expect-error: a script without types.
import { workbookOf } from '../../build-fixtures/biff.mjs'

const rows = Array.from({ length: 120 }, (_, row) => `第${row}周`)
let clear: Buffer = Buffer.alloc(0)
const streamOf = (pass: Buffer) => (clear = workbookOf([{ name: '表', rows }], [pass]) as Buffer)
const opened = (password: string, bits?: number, spoil: (bytes: Buffer) => void = () => undefined) => {
  const bytes = encryptedWorkbook(streamOf, password, bits) as Buffer
  spoil(bytes)
  return openedStream(new Bytes(bytes))
}

it('RC4 gives the published values', () => {
  const of = (key: string, text: string) => new Rc4(Buffer.from(key)).apply(Buffer.from(text)).toString('hex')
  expect(of('Key', 'Plaintext')).toBe('bbf316e8d940af0ad3')
  expect(of('Wiki', 'pedia')).toBe('1021bf0420')
})

it.each([undefined, 40, 56, 128])('keys of %s bits: every byte is as it was', (bits) => {
  const found = opened('VelvetSweatshop', bits)
  expect(clear.length).toBeGreaterThan(2048)
  expect(Buffer.from(found!.bytes).equals(clear)).toBe(true)
})

it('another password is not guessed, another way not opened', () => {
  expect([opened('秘密'), opened('秘密', 128)]).toEqual([null, null])
  const at = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x2f, 0]))
  expect(opened('VelvetSweatshop', 128, (bytes) => bytes.writeUInt16LE(0, at(bytes) + 4))).toBeNull()
  expect(opened('VelvetSweatshop', 128, (bytes) => bytes.writeUInt16LE(5, at(bytes) + 6))).toBeNull()
  // Keys of a length that does not exist, a header longer than the record.
  for (const [offset, value] of [
    [34, 7],
    [34, 4096],
    [14, 0x7fffffff],
  ] as const)
    expect(
      opened('VelvetSweatshop', 128, (bytes) => bytes.writeUInt32LE(value, at(bytes) + offset)),
    ).toBeNull()
})

it('a stream without a password record is left alone, one cut short ends', () => {
  expect(openedStream(new Bytes(workbookOf([{ name: '表', rows }]) as Buffer))).toBeNull()
  expect(openedStream(new Bytes(new Uint8Array(3)))).toBeNull()
  const whole = encryptedWorkbook(streamOf, 'VelvetSweatshop') as Buffer
  const cut = openedStream(new Bytes(whole.subarray(0, 1500)))
  expect(Buffer.from(cut!.bytes).equals(clear.subarray(0, 1500))).toBe(true)
})
