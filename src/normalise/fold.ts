/** What becomes of one UTF-16 unit: kept, folded to another, spelt out, dropped, or a space. */
import { radicals } from './radicals.js'
import { starAlikes } from './stars.js'

export const Kind = { keep: 0, unseen: 1, fold: 2, spell: 3, drop: 4, space: 5, end: 6, high: 7 } as const

/** What to do with each unit; `unseen` is settled on first sight by `learn`. */
export const kinds = new Uint8Array(65536)
/** The unit a `fold` becomes. */
export const folded = new Uint16Array(65536)
/** What a `spell` becomes: ㍻, ㈠, ½ and the like. */
export const spelt = new Map<number, string>()

/**
 * NFKC would change these and lose what a reader needs: the ellipsis, circled numbers of a list, the middle
 * dot. Left as they stand.
 */
const left = /[\u2024-\u2026\u2460-\u2473\u24ea\u00b7\u203c]/

/** Look-alike code points of one character that NFKC keeps apart. */
const alike: Readonly<Record<string, string>> = {
  祕: '秘',
  絶: '絕',
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '―': '—',
  '﹘': '—',
  '‧': '·',
  '・': '·',
  '･': '·',
  '〜': '~',
}

/** Zero-width characters, bidi controls, soft hyphen, variation selectors, other controls: first and last. */
const unseenRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
]

const isUnseen = (unit: number): boolean => unseenRanges.some(([from, to]) => unit >= from && unit <= to)

kinds.fill(Kind.unseen)
kinds.fill(Kind.keep, 0x21, 0x7f)
kinds.fill(Kind.keep, 0x3400, 0xa000)
kinds.fill(Kind.keep, 0xe000, 0xf900)
kinds.fill(Kind.keep, 0xdc00, 0xe000)
kinds.fill(Kind.high, 0xd800, 0xdc00)
for (const from of Object.keys(alike)) kinds[from.charCodeAt(0)] = Kind.unseen
for (const from of starAlikes.keys()) if (from < 0x10000) kinds[from] = Kind.unseen

function settle(unit: number): number {
  const character = String.fromCharCode(unit)
  if (character === '\n' || /[\r\v\f\u0085\u2028\u2029]/.test(character)) return Kind.end
  if (isUnseen(unit)) return Kind.drop
  if (/\s/.test(character) || character === '\u2800') return Kind.space
  const become =
    alike[character] ??
    starAlikes.get(unit) ??
    radicals.get(unit) ??
    (left.test(character) ? character : null)
  const text = become ?? character.normalize('NFKC')
  if (text === character) return Kind.keep
  if (text.length === 1) {
    folded[unit] = text.charCodeAt(0)
    return Kind.fold
  }
  spelt.set(unit, text)
  return Kind.spell
}

/** What a pair of surrogates becomes. */
export function pairFolded(pair: string): string {
  return starAlikes.get(pair.codePointAt(0)!) ?? pair.normalize('NFKC')
}

/** Settles a unit seen for the first time, so that start-up pays for no table. */
export function learn(unit: number): number {
  const kind = settle(unit)
  kinds[unit] = kind
  return kind
}

/** Chinese characters between which white space means nothing: the ideographs and 〇. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit < 0xa000) ||
    unit === 0x3007 ||
    (unit >= 0xf900 && unit < 0xfb00) ||
    (unit >= 0xd840 && unit < 0xd88d)
  )
}

/** Half-width columns a white-space unit takes up. */
export function columnsOf(unit: number): number {
  if (unit === 0x3000 || unit === 0x2003 || unit === 0x2001) return 2
  return unit === 9 ? 4 : 1
}
