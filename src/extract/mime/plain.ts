/** A text body as lines: soft line ends taken back, files written into the text taken out. */
import type { HiddenBy, Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { fromUuencode, type Unwrapped } from '../shared/mail/transfer.js'
import type { Entity } from '../shared/mail/entity.js'

export interface Plain {
  readonly lines: readonly Line[]
  /** uuencoded files, as mail programs wrote them before MIME. */
  readonly files: readonly (Unwrapped & { readonly name: string })[]
  /** A sealed message (RFC 9580, 6.2) stands in it. */
  readonly sealed: boolean
}

export function readPlain(text: string, entity: Entity | null, hiddenBy?: HiddenBy): Plain {
  const files: Plain['files'][number][] = []
  const kept: Line[] = []
  const isFlowed = entity?.type.parameters.get('format')?.toLowerCase() === 'flowed'
  const isTight = entity?.type.parameters.get('delsp')?.toLowerCase() === 'yes'
  const rows = text.split(/\r\n|[\n\r\u2028\u2029]/)
  let paragraph = 0
  let flows = false
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const name = /^begin [0-7]{3,4} (\S.*)$/.exec(row)?.[1]
    const end = name === undefined ? -1 : rows.indexOf('end', at)
    if (name !== undefined && end > at) {
      files.push({
        name: name.trim(),
        ...fromUuencode(rows.slice(at + 1, end).filter((line) => line !== '')),
      })
      at = end
      continue
    }
    // RFC 3676: a blank at the end of a line says that the paragraph goes on in the next.
    const goesOn = isFlowed && row.endsWith(' ') && row !== '-- '
    if (!flows) paragraph++
    const shown = goesOn && isTight ? row.slice(0, -1) : row.trimEnd()
    if (shown.trim())
      kept.push(
        statedLine(shown, {
          at: { line: at + 1 },
          ...((goesOn || flows) && { paragraph }),
          ...(hiddenBy && { hiddenBy }),
        }),
      )
    flows = goesOn
  }
  return { lines: kept, files, sealed: /^-----BEGIN (PGP MESSAGE|PKCS7|CMS|ENCRYPTED)/m.test(text) }
}
