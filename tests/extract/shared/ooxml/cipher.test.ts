/** Packages under a known password. */
import { expect, it } from 'vitest'
import { Bytes } from '../../../../src/extract/shared/bytes.js'
import { DEFAULT_PASSWORD, openPackage } from '../../../../src/extract/shared/ooxml/cipher.js'
// @ts-expect-error: a script without types.
import { encrypted } from '../../../build-fixtures/office-cipher.mjs'

const content = Buffer.from('机密★10年 '.repeat(600))
function opened(
  password: string,
  rounds?: number,
  spoil: (streams: Record<string, Buffer>) => void = () => undefined,
) {
  const streams = encrypted(content, password, rounds) as Record<string, Buffer>
  spoil(streams)
  return openPackage(
    new Bytes(streams['EncryptionInfo']!),
    new Bytes(streams['EncryptedPackage']!),
    DEFAULT_PASSWORD,
  )
}

it('what Excel opens without asking is opened', () => {
  expect(Buffer.from(opened(DEFAULT_PASSWORD)!).equals(content)).toBe(true)
})

it('any other password is not guessed', () => expect(opened('秘密')).toBeNull())

it('a file that asks for more rounds than any program makes is left closed', () => {
  const withRounds = (count: number) =>
    opened(DEFAULT_PASSWORD, 10, (streams) => {
      const info = streams['EncryptionInfo']!.toString('latin1').replace(
        'spinCount="10"',
        `spinCount="${count}"`,
      )
      streams['EncryptionInfo'] = Buffer.from(info, 'latin1')
    })
  expect(withRounds(2_000_001)).toBeNull()
  expect(withRounds(10)).not.toBeNull()
})

it('what is cut off or of another kind is left closed', () => {
  const cut = (streams: Record<string, Buffer>) =>
    (streams['EncryptionInfo'] = streams['EncryptionInfo']!.subarray(0, 300))
  const other = (streams: Record<string, Buffer>) => streams['EncryptionInfo']!.writeUInt16LE(9, 0)
  expect([opened(DEFAULT_PASSWORD, 10, cut), opened(DEFAULT_PASSWORD, 10, other)]).toEqual([null, null])
})
