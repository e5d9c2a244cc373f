/** Files that carry no message by their nature: fonts, and what systems and office programs leave lying about. */
import type { Extractor, Probe, Phrase } from '../types.js'
import { isBareCff } from './shared/font/bare-cff.js'
import { isCompoundFile } from './shared/cfb/names.js'

type Kind = 'font' | 'thumbs' | 'folder-view' | 'owner-file' | 'resource-fork'

export const inert: Extractor = {
  format: 'inert',
  extensions: [],
  accepts: (probe) => kindOf(probe) !== null,
  async *extract(source) {
    const head = await source.read(0, 8192)
    const kind = kindOf({ head, name: source.name.toLowerCase(), entries: [] }) ?? 'thumbs'
    yield { kind: 'inert', place: source.place, detail: said[kind] }
  },
}

const said: Readonly<Record<Kind, Phrase>> = {
  font: { code: 'inert.font' },
  thumbs: { code: 'inert.thumbs' },
  'folder-view': { code: 'inert.folder-view' },
  'owner-file': { code: 'inert.owner-file' },
  'resource-fork': { code: 'inert.resource-fork' },
}

/** Bytes and name must both fit: neither alone spares a file from being read. */
function kindOf({ head, name, entries }: Probe): Kind | null {
  if (/\.(ttf|otf|ttc|otc|woff2?|eot|fntdata|odttf)$/.test(name)) return isFont(head) ? 'font' : null
  if (/^(eh)?thumbs(_vista)?\.db$/.test(name)) return isThumbs(head, entries) ? 'thumbs' : null
  if (name === '.ds_store') return startsWith(head, '\0\0\0\x01Bud1') ? 'folder-view' : null
  if (name === 'desktop.ini') return isFolderSettings(head) ? 'folder-view' : null
  if (name.startsWith('~$')) return isOwnerFile(head) ? 'owner-file' : null
  if (name.startsWith('._')) return startsWith(head, '\0\x05\x16\x07') ? 'resource-fork' : null
  return null
}

function startsWith(head: Uint8Array, magic: string): boolean {
  return Buffer.from(head.subarray(0, magic.length)).toString('latin1') === magic
}

function isFont(head: Uint8Array): boolean {
  if (['wOFF', 'wOF2', 'ttcf'].some((magic) => startsWith(head, magic))) return true
  if (head.length > 36 && head[34] === 0x4c && head[35] === 0x50) return true // Embedded OpenType
  if (isBareCff(head)) return true
  return ['\0\x01\0\0', 'OTTO', 'true'].some((magic) => startsWith(head, magic)) && hasFontTables(head)
}

/** OpenType 1.9, table directory: the tables every font has. */
function hasFontTables(head: Uint8Array): boolean {
  const count = (head[4]! << 8) | head[5]!
  const directory = Buffer.from(head.subarray(12, 12 + count * 16)).toString('latin1')
  return count > 0 && ['cmap', 'head', 'maxp'].every((tag) => directory.includes(tag))
}

function isThumbs(head: Uint8Array, entries: readonly string[]): boolean {
  return (
    isCompoundFile(head) &&
    entries.length > 0 &&
    entries.every((entry) => /^(Catalog|\d+|\d+_[0-9a-f]+)$/i.test(entry))
  )
}

/** Owner file of an open document: length of a name, the name, padded; 162 bytes in Word, 165 in Excel and PowerPoint. */
function isOwnerFile(head: Uint8Array): boolean {
  return (head.length === 162 || head.length === 165) && head[0]! <= 54
}

const folderKeys =
  /^(\[[.\w{}-]*\]|(CLSID2?|ConfirmFileOp|NoSharing|Icon(File|Index|Resource|Area_\w+)|LocalizedResourceName|InfoTip|FolderType|Mode|Vid|Logo|Owner|Buttons|\w*ThumbnailTask)\s*=[\x20-\x7e]*|[;#][\x20-\x7e]*|)$/i

/** Only keys the system writes, in plain ASCII; names given to files or folders are left for the text reader. */
function isFolderSettings(head: Uint8Array): boolean {
  const utf16 = head[0] === 0xff && head[1] === 0xfe
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'latin1').decode(head)
  return head.length < 8192 && text.split(/\r?\n/).every((line) => folderKeys.test(line.trim()))
}
