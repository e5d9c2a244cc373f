/** DXF drawings: the words in them, entity by entity; lines and curves are not looked at, and that is said. */
import type { Extractor, Line, Piece, Probe, Source, Work } from '../types.js'
import { Uninspectable } from '../errors.js'
import { decodeText } from './shared/charset.js'
import { damageOf } from './shared/charset/damage.js'
import { atLeastOne, pagesOf, statedLine } from './shared/stated.js'
import { hasHan } from './shared/xml/text.js'
import { groupsOf, type DxfGroup } from './dxf/groups.js'
import { plainWords } from './dxf/plain-words.js'

const MOST_MEGABYTES = 512

export const dxf: Extractor = {
  format: 'dxf',
  extensions: ['dxf'],
  accepts({ head }: Probe) {
    const start = Buffer.from(head.subarray(0, 2048)).toString('latin1')
    return /^(ï»¿)?\s*(999\s*\r?\n.*\r?\n\s*)*0\s*\r?\n\s*SECTION\s*\r?\n\s*2\s*\r?\n/.test(start)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2)
    throw new Uninspectable('limit', { code: 'dxf.too-large', args: { limit: MOST_MEGABYTES } })
  const bytes = await source.bytes()
  const decoded = decodeText(bytes, 'gbk')
  if (!decoded) throw new Uninspectable('unsupported', { code: 'text.binary' })
  let last: DxfGroup | null = null
  const lines = function* (): Generator<Line> {
    for (const line of wordsIn(groupsOf(decoded.text), (group) => (last = group))) {
      work.budget.signal.throwIfAborted()
      yield line
    }
  }
  const pages = pagesOf(source.place, lines())
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  yield* damageOf(decoded, decoded.text, source.place)
  yield { kind: 'note', detail: { code: 'dxf.words-only' } }
  if ((last as DxfGroup | null)?.value !== 'EOF')
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'dxf.cut-off' } }
}

/** Longer texts are cut into pieces of group 3, the last piece is group 1 (MTEXT). */
function* wordsIn(groups: Iterable<DxfGroup>, see: (group: DxfGroup) => void): Generator<Line> {
  const told = new Set<string>()
  let entity = ''
  let pieces = ''
  for (const group of groups) {
    see(group)
    const { code, value, row } = group
    if (code === 0) {
      entity = value
      pieces = ''
    } else if (code === 3 && /^(MTEXT|ATTRIB|ATTDEF|MULTILEADER)$/.test(entity)) pieces += value
    else if (code === 1 || code === 304) {
      yield* linesOf(pieces + value, entity, row)
      pieces = ''
    } else if (isNamed(group) && hasHan(value) && !told.has(value)) {
      told.add(value)
      yield* linesOf(value, `${entity} ${code}`, row)
    }
  }
}

/** Names of layers, blocks, styles and sheets; prompts, properties, comments. Each is told once. */
function isNamed({ code, value }: DxfGroup): boolean {
  return (code < 10 || (code >= 100 && code < 110) || code >= 300) && value.length < 4_096
}

function* linesOf(value: string, entity: string, row: number): Generator<Line> {
  for (const text of plainWords(value).split('\n'))
    if (/[\p{L}\p{N}★☆]/u.test(text)) yield statedLine(text.trim(), { at: { line: row }, label: entity })
}
