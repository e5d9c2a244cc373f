/** Macro projects in compound files: their source, the words of their forms ([MS-OVBA]). */
import { at, enter } from '../../../place.js'
import { memorySource } from '../../../source.js'
import type { Line, Piece, Place } from '../../../types.js'
import { type CfbEntry, childNamed, pathsOf, shownName } from '../cfb.js'
import { type CompoundDocument, takeStream } from './document.js'
import { frameWords, isFormStream } from './form-strings.js'
import { statedLine, statedPage } from '../stated.js'
import { isWritten, modulesIn } from './vba.js'
import { wideWords } from './wide-words.js'

/** The storage named VBA of a project; null: this is none. */
export function vbaIn(storage: CfbEntry): CfbEntry | null {
  const holds = (entry: CfbEntry | undefined) => entry !== undefined && childNamed(entry, 'dir') !== undefined
  if (/^VBA$/i.test(storage.name) && holds(storage)) return storage
  const inner = childNamed(storage, 'VBA')
  return inner && holds(inner) ? inner : null
}

/** Source as text; a module with statements is also something a person has to decide about. */
export function* macroPieces(document: CompoundDocument, storage: CfbEntry, vba: CfbEntry): Generator<Piece> {
  const place = enter(document.source.place, { name: shownName(storage.name), part: 'code' })
  const modules = modulesIn(document.cfb, vba)
  for (const { name, lines, whole } of modules) {
    const said = lines.map((text, index) =>
      statedLine(text, { part: 'code', label: name, hiddenBy: 'markup', at: { line: index + 1 } }),
    )
    const written = said.filter((_, index) => isWritten(lines[index]!))
    if (written.length > 0) yield { kind: 'page', page: statedPage(at(place, { label: name }), written) }
    if (!whole) yield { kind: 'gap', cause: 'corrupt', place, detail: { code: 'vba.broken', args: { name } } }
  }
  const forms = (storage === vba ? [] : [...pathsOf(storage)]).filter(
    ({ path, entry }) => entry.kind === 'stream' && !/^(VBA\/)/i.test(path),
  )
  yield* formPieces(document, place, forms)
  if (modules.some(({ lines }) => lines.some(isWritten)))
    yield { kind: 'remark', remark: 'executable', place, detail: { code: 'vba.macro' } }
}

interface Kept {
  readonly path: string
  readonly entry: CfbEntry
}

/** Streams of controls are read on their own; the rest is searched for words. */
function* formPieces(document: CompoundDocument, place: Place, kept: readonly Kept[]): Generator<Piece> {
  const words: Line[] = []
  for (const { path, entry } of kept) {
    const { bytes } = document.cfb.read(entry)
    const own = enter(place, { name: path.split('/').map(shownName).join('/'), part: 'form' })
    if (/^(contents|[fox])$/i.test(entry.name) && isFormStream(bytes))
      yield { kind: 'part', role: 'attachment', source: memorySource(own, takeStream(document, entry)) }
    else {
      const said = shownName(entry.name) === 'VBFrame' ? frameWords(bytes) : wideWords(bytes)
      for (const text of said) words.push(statedLine(text, { part: 'form', label: path }))
    }
  }
  if (words.length > 0) yield { kind: 'page', page: statedPage(place, words) }
}
