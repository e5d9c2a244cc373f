/** The parts of a message that carry something, in order; whatever was wrong with its structure is told, not passed over. */
import type { GapCause, Phrase } from '../../types.js'
import { cutParts, readEntity, type Entity } from '../shared/mail/entity.js'

export type Leaf =
  | { readonly kind: 'leaf'; readonly entity: Entity }
  /** Text outside all parts. */
  | { readonly kind: 'stray'; readonly bytes: Uint8Array }
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly said: Phrase }

const blanks: ReadonlySet<number> = new Set([9, 10, 13, 32])
/** Deeper than any mail program nests. */
const DEEPEST = 32

export function* leavesOf(entity: Entity, depth = 0): Generator<Leaf> {
  const { type } = entity
  if (!type.value.startsWith('multipart/')) return yield { kind: 'leaf', entity }
  if (depth >= DEEPEST) {
    yield { kind: 'gap', cause: 'limit', said: { code: 'mail.too-deep', args: { limit: DEEPEST } } }
    return
  }
  if (type.value === 'multipart/encrypted')
    yield { kind: 'gap', cause: 'encrypted', said: { code: 'mail.encrypted' } }
  const boundary = type.parameters.get('boundary') ?? ''
  const cut = cutParts(entity.body, boundary || guessed(entity.body))
  if (cut.parts.length === 0) {
    // A head alone: returned mail brings it, mail folders keep it.
    if (entity.body.every((byte) => blanks.has(byte))) return
    yield { kind: 'gap', cause: 'corrupt', said: { code: 'mail.no-boundary' } }
    yield { kind: 'stray', bytes: entity.body }
    return
  }
  const usual = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  for (const part of cut.parts) yield* leavesOf(readEntity(part, usual), depth + 1)
  for (const bytes of cut.around) yield { kind: 'stray', bytes }
  if (!cut.closed) yield { kind: 'gap', cause: 'corrupt', said: { code: 'mail.cut-off' } }
}

/** The first line that looks like a boundary, where the header does not tell it. */
function guessed(body: Uint8Array): string {
  const start = Buffer.from(body.subarray(0, 65_536)).toString('latin1')
  return /^--(\S{4,70})[ \t]*\r?$/m.exec(start)?.[1] ?? '\0'
}
