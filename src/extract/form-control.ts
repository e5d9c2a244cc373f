/** Controls of Forms 2.0 and the forms of macros, as the streams that keep them: captions, values, names, tips, pictures. */
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Probe, Source } from '../types.js'
import { formStrings, isFormStream } from './shared/cfb/form-strings.js'
import { statedLine, statedPage } from './shared/stated.js'

/** Streams of compound files, and the parts that Office Open XML keeps controls in. */
const named = /(^|[\\/])(contents|[fox]|activex\d*\.bin)$/
/** A part may begin with the identifier of the control's class. */
const CLASS = 16

export const formControl: Extractor = {
  format: 'form-control',
  extensions: ['bin', ''],
  accepts: ({ head, name }: Probe) => named.test(name) && startOf(head) !== null,
  async *extract(source: Source): AsyncGenerator<Piece> {
    const { place } = source
    const bytes = await source.bytes()
    const { found, pictures, whole } = formStrings(bytes.subarray(startOf(bytes) ?? 0))
    const lines = found.map((text) => statedLine(text, { part: 'form' }))
    if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
    else yield { kind: 'inert', place, detail: { code: 'form.empty' } }
    for (const [index, picture] of pictures.entries()) {
      const own = enter(place, { name: `picture${index + 1}`, part: 'picture' })
      yield { kind: 'part', role: 'picture', source: memorySource(own, picture) }
    }
    if (!whole) yield { kind: 'gap', cause: 'corrupt', place, detail: { code: 'form.cut-off' } }
  },
}

/** Where the properties begin; null: these are none. */
function startOf(bytes: Uint8Array): number | null {
  if (isFormStream(bytes)) return 0
  return isFormStream(bytes.subarray(CLASS)) ? CLASS : null
}
