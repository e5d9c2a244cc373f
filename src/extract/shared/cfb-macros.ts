/** Macro projects in compound files: their source, the words of their forms ([MS-OVBA]). */
import { at, enter } from '../../place.js'
import type { Piece } from '../../types.js'
import { type CfbEntry, childNamed, pathsOf, shownName } from './cfb.js'
import type { CompoundDocument } from './compound-document.js'
import { statedLine, statedPage } from './stated.js'
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
  const words = forms.flatMap(({ path, entry }) =>
    wideWords(document.cfb.read(entry).bytes).map((text) => statedLine(text, { part: 'form', label: path })),
  )
  if (words.length > 0) yield { kind: 'page', page: statedPage(place, words) }
  if (modules.some(({ lines }) => lines.some(isWritten)))
    yield { kind: 'remark', remark: 'executable', place, detail: { code: 'vba.macro' } }
}
