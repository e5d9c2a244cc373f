/** 7-Zip's log, line by line: which entry begins, what is wrong with it, what is said of the archive as a whole. */
import { Uninspectable } from '../../errors.js'
import { readRawName } from '../../raw-name.js'

/** `unread`: 7-Zip passed the entry over, or only tested it. */
export type LogLine =
  | { readonly kind: 'entry'; readonly name: string; readonly unread: boolean }
  | { readonly kind: 'fault'; readonly what: ArchiveFault }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'volume' }
  /** Bytes stand behind the end of the archive; `length` where 7-Zip tells it. */
  | { readonly kind: 'more'; readonly length?: number }

export type ArchiveFault =
  'encrypted' | 'method' | 'checksum' | 'cut-off' | 'damaged' | 'missing-volume' | 'memory' | 'unopened'

/** In order: the first that fits. */
const faults: readonly (readonly [RegExp, ArchiveFault])[] = [
  [/password|encrypted/i, 'encrypted'],
  [/unsupported (method|feature)/i, 'method'],
  [/missing volume/i, 'missing-volume'],
  [/unexpected end/i, 'cut-off'],
  [/(allocate|memory)/i, 'memory'],
  [/crc failed/i, 'checksum'],
  [/cannot open the file/i, 'unopened'],
]

/** Remembers where in the log it is: the lines before the first entry describe the archive. */
export function logReader(): (line: Buffer) => LogLine | null {
  let entries = false
  let comment: string[] | null = null
  return (line) => {
    const text = readRawName(line)
    if (comment) {
      if (text !== '}') comment.push(text)
      else {
        const whole = comment.join('\n')
        comment = null
        return { kind: 'comment', text: whole }
      }
      return null
    }
    const named = /^[-T.H] (.*)$/s.exec(text)
    if (named) {
      entries = true
      return { kind: 'entry', name: named[1]!, unread: !text.startsWith('-') }
    }
    if (!entries && text === '{') comment = []
    return aboutAll(text, entries)
  }
}

function aboutAll(text: string, entries: boolean): LogLine | null {
  const stated = entries ? null : /^Comment = (.+)$/.exec(text)
  if (stated) return { kind: 'comment', text: stated[1]! }
  if (!entries && text === 'Multivolume = +') return { kind: 'volume' }
  const tail = entries ? null : /^Tail Size = (\d+)$/.exec(text)
  if (tail) return { kind: 'more', length: Number(tail[1]) }
  if (text.startsWith('ERROR: There are some data after the end')) return { kind: 'more' }
  const complaint = text.split(' : ', 1)[0]!
  if (!/^(ERROR: (?!\/in\/a$)|Cannot open|Unexpected end|Headers Error|ERROR = )/.test(complaint)) return null
  const checked = text.startsWith('ERROR = ') ? text : complaint
  return { kind: 'fault', what: faults.find(([pattern]) => pattern.test(checked))?.[1] ?? 'damaged' }
}

/** What is said of a fault; `name`: the entry, or the archive itself. */
export function faultSaid(what: ArchiveFault, name: string): Uninspectable {
  const args = { name }
  switch (what) {
    case 'encrypted':
      return new Uninspectable('encrypted', { code: 'archive.encrypted', args })
    case 'method':
      return new Uninspectable('unsupported', { code: 'archive.method', args })
    case 'missing-volume':
      return new Uninspectable('unsupported', { code: 'archive.volume' })
    case 'memory':
      return new Uninspectable('limit', { code: 'archive.memory', args })
    case 'checksum':
      return new Uninspectable('corrupt', { code: 'zip.crc', args })
    case 'cut-off':
      return new Uninspectable('corrupt', { code: 'archive.cut-off', args })
    case 'unopened':
      return new Uninspectable('corrupt', { code: 'archive.unopened' })
    case 'damaged':
      return new Uninspectable('corrupt', { code: 'zip.entry', args })
  }
}
