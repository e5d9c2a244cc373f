/** Text written in escapes: what \u673a, &#x673a;, %E6%9C%BA and =E6=9C=BA say. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** XML's five entities, nbsp, and numeric references; anything else stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole
      return fromCode(hex ? Number.parseInt(hex, 16) : Number(dec)) ?? whole
    },
  )
}

function fromCode(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

const anyEscape =
  /\\u\{?[0-9a-f]{4}|\\x[0-9a-f]{2}|&#x?[0-9a-f]{3,6};|%[0-9a-f]{2}%[0-9a-f]{2}|(?:=[0-9a-f]{2}){3}/i

/** The line with its escapes decoded, if it has any that stand for letters beyond ASCII; else null. */
export function unescaped(text: string): string | null {
  if (!anyEscape.test(text)) return null
  const decoded = decodeEntities(text)
    .replace(/\\u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))/gi, (whole, braced?: string, four?: string) => {
      return fromCode(Number.parseInt(braced ?? four!, 16)) ?? whole
    })
    .replace(/(?:\\x[0-9a-f]{2}){2,}/gi, (run) => asUtf8(run, run.replaceAll('\\x', '')))
    .replace(/(?:%[0-9a-f]{2}){2,}/gi, (run) => asUtf8(run, run.replaceAll('%', '')))
    .replace(/(?:=[0-9A-F]{2}){3,}/g, (run) => asUtf8(run, run.replaceAll('=', '')))
  return decoded !== text && /[^\0-\x7f]/.test(decoded) ? decoded : null
}

function asUtf8(written: string, hex: string): string {
  try {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return written
  }
}
