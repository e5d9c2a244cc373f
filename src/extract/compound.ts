/** Compound files that are no document by themselves: embedded objects, macro projects, files of other programs. */
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { isCompoundFile } from './shared/cfb/names.js'
import { restPieces } from './shared/cfb/rest.js'
import { openCompound } from './shared/cfb/document.js'

export const compound: Extractor = {
  format: 'compound',
  extensions: ['bin', 'ole'],
  accepts: ({ head }: Probe) => isCompoundFile(head),
  extract,
}

/** Programs by a stream or storage only they write. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/^VisioDocument$/i, 'Microsoft Visio'],
  [/^Quill$/i, 'Microsoft Publisher'],
  [/^(Props9|Props12|Props14|   114)$/i, 'Microsoft Project'],
  [/^MatOST$/i, 'Microsoft Works'],
  [/^\u4840/, 'Windows Installer'],
  [/^(__properties_version1\.0|__nameid_version1\.0)$/i, 'Outlook'],
  [/^(HwpSummaryInformation|BodyText)$/i, 'Hancom HWP'],
  [/^AcDb:|^Contents\.dwg$/i, 'AutoCAD'],
]

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openCompound(source, work.budget)
  const { root } = document.cfb
  const program = root.children
    .map(({ name }) => programs.find(([pattern]) => pattern.test(name))?.[1])
    .find((found) => found !== undefined)
  if (program) {
    for (const entry of root.children) if (!entry.name.startsWith('\x05')) document.seen.add(entry)
    const detail = { code: 'cfb.program', args: { program } } as const
    yield { kind: 'gap', cause: 'unsupported', place: source.place, detail }
  } else if (root.children.length === 0)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'cfb.cut-off' } }
  yield* restPieces(document)
}
