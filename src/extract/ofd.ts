/** OFD, the national fixed-layout format for official documents (GB/T 33190-2016). */
import { enter } from '../place.js'
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { bodyPieces } from './ofd/body.js'
import { leftoverPieces } from './ofd/leftovers.js'
import { openOfdPackage } from './ofd/package.js'
import { openFonts } from './ofd/page-text.js'
import type { OfdReading } from './ofd/reading.js'
import { isCutOff } from './shared/zip/cut-off.js'
import { elements } from './shared/xml/tree.js'
import { openZip } from './shared/zip.js'

export const ofd: Extractor = {
  format: 'ofd',
  extensions: ['ofd'],
  accepts(probe: Probe) {
    const { entries, name } = probe
    if (entries.some((entry) => /^\/?ofd\.xml$/i.test(entry))) return true
    return (name.endsWith('.ofd') && entries.length > 0) || isCutOff(probe, ['ofd'])
  },
  extract,
}

/** What stands beside encrypted parts (GM/T 0099-2020). */
const sealed = /(^|\/)(encryptions|encryptinfo|decryptseed)\w*\.(xml|dat)$/i

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const pack = openOfdPackage(await openZip(source, work))
  const reading: OfdReading = { pack, source, work, fonts: openFonts(pack), read: new Set() }
  const entry = pack.find('OFD.xml')
  const root = entry && (await pack.read(entry))
  const bodies = elements(root ?? null, 'DocBody')
  if (pack.zip.entries.some(({ name }) => sealed.test(name)))
    yield { kind: 'gap', cause: 'encrypted', place: source.place, detail: { code: 'ofd.encrypted' } }
  else if (bodies.length === 0)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'ofd.no-root' } }
  for (const [index, body] of bodies.entries()) {
    yield* bodyPieces(reading, body, index === 0 ? undefined : `DocBody ${index + 1}`)
    yield* faultPieces(reading)
  }
  yield* leftoverPieces(reading)
  yield* faultPieces(reading)
}

function* faultPieces({ pack, source }: OfdReading): Generator<Piece> {
  for (const { entry, cause, said } of pack.takeFaults()) {
    yield { kind: 'gap', cause, place: enter(source.place, { name: entry.name }), detail: said }
  }
}
