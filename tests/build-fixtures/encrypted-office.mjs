/** Builds fixtures/extract/encrypted-office/<case>/input.*: the container of a protected document, holding noise. */
import { cfbOf } from './cfb.mjs'
import { writeCases } from './write-cases.mjs'

const noise = (length) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 197 + (index >> 3) * 31) & 255))
const protectedPackage = cfbOf({
  '\u0006DataSpaces': 'Version',
  EncryptionInfo: '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>',
  EncryptedPackage: noise(9000),
})

writeCases('encrypted-office', {
  password: { 'input.docx': protectedPackage },
  'cut-off': { 'input.xlsx': protectedPackage.subarray(0, 2000) },
})
