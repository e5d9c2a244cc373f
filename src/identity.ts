/** Hashes and ids. An id holds no text: it is keyed with the hash of the document it belongs to. */
import { createHash, createHmac } from 'node:crypto'

/** SHA-256 of bytes, hexadecimal. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Stable id of a finding: 16 hexadecimal digits; `ordinal` tells equal terms of equal documents apart. */
export function findingId(
  hit: { readonly rule: string; readonly term: string },
  ordinal: number,
  documentHash: string,
): string {
  return keyed(documentHash, [hit.rule, hit.term, String(ordinal)])
}

/** Id of what was let through: never that of a finding of the same words. */
export function mentionId(...[hit, ordinal, documentHash]: Parameters<typeof findingId>): string {
  return keyed(documentHash, ['mention', hit.rule, hit.term, String(ordinal)])
}

/** Id of a clue: what its rule calls it keeps it apart from others of the same words. */
export function clueId(
  clue: { readonly rule: string; readonly term: string; readonly name: string },
  documentHash: string,
): string {
  return keyed(documentHash, ['clue', clue.rule, clue.name, clue.term])
}

/** Stable id of a gap, from its cause, its order among equals and where in the input it lies. */
export function gapId(cause: string, ordinal: number, documentHash: string, place: string): string {
  return keyed(documentHash, [cause, String(ordinal), place])
}

/** Numbers equals in the order they come: for each key 0, then 1, and so on. */
export function ordinals(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    return ordinal
  }
}

function keyed(key: string, parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('\u0000')).digest('hex').slice(0, 16)
}
