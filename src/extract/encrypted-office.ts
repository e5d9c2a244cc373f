/** Office documents behind a password: opened where the program itself asks for none, else named and never guessed at. */
import { Uninspectable } from '../errors.js'
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { isCompoundFile } from './shared/cfb/names.js'
import { openCompound, takeNamed } from './shared/cfb/document.js'
import { DEFAULT_PASSWORD, openPackage } from './shared/ooxml/cipher.js'

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
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const { place } = source
  const opened = await openedPackage(source, work)
  if (!opened) yield { kind: 'gap', cause: 'encrypted', place, detail: { code: 'office.encrypted' } }
  else {
    work.budget.spend('bytes', opened.length)
    yield { kind: 'note', detail: { code: 'office.default-password' } }
    const inner = enter(place, { name: source.name, part: 'attachment' })
    yield { kind: 'part', role: 'attachment', source: memorySource(inner, opened) }
  }
}

/** What Excel shows to everybody, as it encrypts workbooks that are only protected against changes. */
async function openedPackage(source: Source, { budget }: Work): Promise<Uint8Array | null> {
  try {
    const document = await openCompound(source, budget)
    const [stored, info] = streams.map((name) => takeNamed(document, name))
    return stored && info ? openPackage(info, stored, DEFAULT_PASSWORD) : null
  } catch (error) {
    // Cut off or damaged, it cannot be opened either; a limit ends the inspection.
    if (error instanceof Uninspectable && error.reason === 'corrupt') return null
    throw error
  }
}

/** Cut off before its directory can be read, the name may still stand in the first bytes. */
function namesStream(head: Uint8Array): boolean {
  return Buffer.from(head).includes(Buffer.from(streams[0]!, 'utf16le'))
}
