/** The lines of a card or calendar (RFC 6350 and 5545, 3.1; vCard 2.1): unfolded, decoded, with their parameters. */
import { Buffer } from 'node:buffer'
import { decodeLabelled } from '../shared/charset/labelled-text.js'
import { fromQuotedPrintable } from '../shared/mail/transfer.js'

export interface ContentLine {
  /** Without the group: `TEL` of `item1.TEL`. */
  readonly name: string
  /** Values of the parameters, names left out. */
  readonly parameters: readonly string[]
  readonly value: string
  readonly isBase64: boolean
  /** 1-based row in the file. */
  readonly row: number
  /** What people call the field (`X-ABLabel` of the same group, where it came before). */
  readonly label?: string
}

export function* contentLines(bytes: Uint8Array): Generator<ContentLine> {
  const labels = new Map<string, string>()
  for (const { text, row } of unfolded(Buffer.from(bytes).toString('latin1').replace(/^ï»¿/, ''))) {
    const cut = colonOf(text)
    if (cut < 0) {
      if (text.trim()) yield { name: '', parameters: [], value: decoded(text), isBase64: false, row }
      continue
    }
    const [head = '', ...given] = text.slice(0, cut).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const [, group = '', name = head] = /^(?:([\w-]+)\.)?(.+)$/.exec(head.trim()) ?? []
    const parameters = given.map((one) => decoded(one.replace(/^[\w-]+=/, '').replace(/^"|"$/g, '')))
    const isBase64 = parameters.some((one) => /^(b|base64)$/i.test(one))
    const value = isBase64 ? text.slice(cut + 1) : valueOf(text.slice(cut + 1), given)
    if (/^x-ablabel$/i.test(name) && group) labels.set(group, value.replace(/^_\$!<|>!\$_$/g, ''))
    const label = labels.get(group)
    yield { name, parameters, value, isBase64, row, ...(label !== undefined && { label }) }
  }
}

/** The first colon outside quotes. */
function colonOf(text: string): number {
  let quoted = false
  for (let at = 0; at < Math.min(text.length, 4096); at++) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === ':' && !quoted) return at
  }
  return text.indexOf(':')
}

function valueOf(raw: string, parameters: readonly string[]): string {
  const charset = parameters.find((one) => /^charset=/i.test(one))?.replace(/^charset="?|"$/gi, '')
  const isQuoted = parameters.some((one) => /^(encoding=)?"?quoted-printable"?$/i.test(one))
  const bytes = isQuoted ? fromQuotedPrintable(raw).bytes : Buffer.from(raw, 'latin1')
  return decodeLabelled(bytes, charset)
}

const decoded = (raw: string) => decodeLabelled(Buffer.from(raw, 'latin1'), undefined)

/** A line that begins with a blank goes on with the one before; a quoted-printable one that ends in `=` goes on too. */
function* unfolded(text: string): Generator<{ text: string; row: number }> {
  let held: { pieces: string[]; row: number; soft: boolean } | null = null
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (held && (held.soft || /^[ \t]/.test(line))) held.pieces.push(held.soft ? `\n${line}` : line.slice(1))
    else {
      if (held) yield { text: held.pieces.join(''), row: held.row }
      held = { pieces: [line], row: index + 1, soft: false }
    }
    held.soft = line.endsWith('=') && /quoted-printable/i.test(held.pieces[0]!.slice(0, 300))
  }
  if (held) yield { text: held.pieces.join(''), row: held.row }
}
