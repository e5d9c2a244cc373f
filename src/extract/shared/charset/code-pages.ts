/** Windows code pages by number, as decoders know them; the Chinese ones are read as the superset that holds them. */
import { fromSevenBit, sevenBitPage } from './seven-bit.js'

const labels: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  1361: 'euc-kr',
  10_008: 'gb18030',
  20_866: 'koi8-r',
  20_936: 'gb18030',
  54_936: 'gb18030',
  65_001: 'utf-8',
}

const MAC_ROMAN = 10_000

/** Null for a Western page or one that is not known. */
const labelOf = (page: number): string | null => labels[page] ?? null

/** Names a decoder for any page: Western where nothing better is known. */
export function anyLabelOf(page: number): string {
  if (page === MAC_ROMAN) return 'macintosh'
  return labelOf(page) ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
}

/** Bytes in a code page; an unknown one, or a Western one with Chinese in it, is read as GB18030 where that holds. */
export function textIn(page: number, bytes: Uint8Array): string {
  const narrow = sevenBitPage(page)
  const plain = narrow && fromSevenBit(bytes, narrow)
  if (plain) return plain
  const label = labelOf(page)
  if (label) return new TextDecoder(label).decode(bytes)
  const chinese = new TextDecoder('gb18030').decode(bytes)
  if (!chinese.includes('\ufffd') && /[\u4e00-\u9fff]{2}/.test(chinese)) return chinese
  return new TextDecoder(anyLabelOf(page)).decode(bytes)
}
