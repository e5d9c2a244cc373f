/** Every file that lies in a PDF, wherever it hangs: associated and related files, hybrid files, also what nothing refers to. */
import { createHash } from 'node:crypto'
import { Uninspectable } from '../../errors.js'
import { enter, innermost } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Budget, Piece, Place } from '../../types.js'
import { annotatedFiles, namesOfFiles, type ObjectText } from './file-specifications.js'
import { walkObjects } from './raw-objects.js'
import { unfiltered } from './stream-filters.js'

/** Objects whose texts are kept while files are sought, and lists of hybrid files read. */
const [mostTexts, mostLists] = [200_000, 100]
/** Bytes of such a list. */
const longestList = 8192

/** Does an object speak of embedded files? */
export const speaksOfFiles = /\/(EF|RF|EmbeddedFile|AdditionalStreams)\b/

interface Found {
  readonly number: number
  readonly dictionary: string
  readonly stream: Uint8Array
}

/** LibreOffice names the source of a hybrid file in the trailer, which is no object. */
export function hasAdditionalStreams(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/AdditionalStreams')
}

/** `known`: digests of files that were told already; digests of those told here are added. */
export function* embeddedFiles(
  bytes: Uint8Array,
  place: Place,
  budget: Budget,
  known: Set<string>,
): Generator<Piece> {
  const texts = textsOfFiles(bytes)
  const names = namesOfFiles(texts, additionalStreams(bytes))
  const others = annotatedFiles(texts)
  const found: Found[] = []
  walkObjects(bytes, ({ number, text, stream }) => {
    const wanted = names.has(number) || /\/Type\s*\/EmbeddedFile\b/.test(text)
    if (!stream || !wanted || others.has(number)) return
    budget.spend('bytes', stream.length)
    found.push({ number, dictionary: text, stream: Uint8Array.from(stream) })
  })
  for (const file of found) {
    const name = names.get(file.number) || `embedded-${file.number}`
    const piece = pieceOf(enter(place, { name }), file, budget, known)
    if (piece) yield piece
  }
}

function pieceOf(
  place: Place,
  { dictionary, stream }: Found,
  budget: Budget,
  known: Set<string>,
): Piece | null {
  const data = unfiltered(dictionary, stream)
  const { name } = innermost(place)
  if (!data)
    return { kind: 'gap', cause: 'unreadable', place, detail: { code: 'pdf.attachment', args: { name } } }
  const digest = digestOf(data)
  if (known.has(digest)) return null
  known.add(digest)
  try {
    budget.spend('bytes', data.length)
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
    return { kind: 'gap', cause: error.reason, place, detail: error.said }
  }
  return { kind: 'part', source: memorySource(place, data), role: 'attachment' }
}

export function digestOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('base64')
}

/** What may lead to a file: specifications, annotations, lists of either. */
function textsOfFiles(bytes: Uint8Array): ObjectText[] {
  const texts: ObjectText[] = []
  walkObjects(bytes, ({ number, text }) => {
    if (texts.length >= mostTexts || !/\/(EF|RF|FS|Annots|F|UF)\b|^\s*\[/.test(text)) return
    texts.push({ number, text })
  })
  return texts
}

function additionalStreams(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lists: string[] = []
  for (let at = file.indexOf('/AdditionalStreams'); at >= 0 && lists.length < mostLists;) {
    lists.push(/^[^[\]]*\[([^\]]*)\]/.exec(file.toString('latin1', at, at + longestList))?.[1] ?? '')
    at = file.indexOf('/AdditionalStreams', at + 1)
  }
  return lists.join(' ')
}
