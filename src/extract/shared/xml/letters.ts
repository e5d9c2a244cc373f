/** Letters of XML by code: names, blanks, and what stands between them (XML 1.0, 2.3). */

const NAME_START = 1
const NAME = 2
const BLANK = 4

const kinds = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_')
  kinds[letter.charCodeAt(0)] = NAME_START | NAME
for (const letter of '0123456789-.:') kinds[letter.charCodeAt(0)] = NAME
for (const letter of ' \t\r\n') kinds[letter.charCodeAt(0)] = BLANK

/** Han characters stand in names of UOF; other letters beyond ASCII are left to the strict parser. */
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fa5

export const isNameStart = (code: number): boolean =>
  code < 128 ? (kinds[code]! & NAME_START) !== 0 : isHan(code)

/** Colons count: whether they stand well is for `isWellNamed` to say. */
export const isNameLetter = (code: number): boolean =>
  code < 128 ? (kinds[code]! & NAME) !== 0 : isHan(code)

export const isBlank = (code: number): boolean => code < 128 && (kinds[code]! & BLANK) !== 0

/** At most one colon, with a name before and behind it (Namespaces in XML 1.0, 4). */
export function isWellNamed(name: string): boolean {
  const colon = name.indexOf(':')
  return colon < 0 || (isNameStart(name.charCodeAt(colon + 1)) && !name.includes(':', colon + 1))
}

/** Not allowed anywhere (XML 1.0, 2.2); a decoded text holds no lone surrogates. */
// eslint-disable-next-line no-control-regex
export const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities replaced; null where one is not among the five, or names no character XML allows. */
export function decodeEntities(raw: string): string | null {
  let isSound = true
  const text = raw.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|\w+);?/g, (whole, name: string) => {
    const letter = name[0] === '#' ? letterOf(name) : named[name]
    if (letter === undefined || !whole.endsWith(';')) isSound = false
    return letter ?? ''
  })
  return isSound ? text : null
}

function letterOf(reference: string): string | undefined {
  const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1))
  const isThere = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  if (!isThere || forbidden.test(String.fromCodePoint(code))) return undefined
  return String.fromCodePoint(code)
}
