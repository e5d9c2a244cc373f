/** Office documents behind a password: named, never guessed at. */
import type { Extractor } from '../types.js'
import { isCompoundFile } from './shared/cfb-names.js'

/** [MS-OFFCRYPTO] 2.3.4.4, 2.3.4.5: what a password turns a package into; rights management does the same. */
const streams = ['EncryptedPackage', 'EncryptionInfo']

export const encryptedOffice: Extractor = {
  format: 'encrypted-office',
  extensions: [
    'docx',
    'docm',
    'dotx',
    'xlsx',
    'xlsm',
    'xltx',
    'pptx',
    'pptm',
    'potx',
    'ppsx',
    'wps',
    'et',
    'dps',
  ],
  accepts({ head, entries }) {
    return isCompoundFile(head) && (streams.some((name) => entries.includes(name)) || namesStream(head))
  },
  async *extract({ place }) {
    yield { kind: 'gap', cause: 'encrypted', place, detail: { code: 'office.encrypted' } }
  },
}

/** Cut off before its directory can be read, the name may still stand in the first bytes. */
function namesStream(head: Uint8Array): boolean {
  return Buffer.from(head).includes(Buffer.from(streams[0]!, 'utf16le'))
}
