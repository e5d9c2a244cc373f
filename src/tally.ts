/** The run so far, folded as results stream by: counts, the verdict over all inputs, and the exit code. */
import type { Inspection, Judged, Level, StaleCause, Waiver } from './types.js'

export interface Tally {
  readonly inputs: number
  readonly blocked: number
  readonly needsReview: number
  readonly gaps: number
  readonly found: Readonly<Record<Level, number>>
  readonly documents: number
  /** Documents inside others: attachments, embedded files and pictures. */
  readonly parts: number
  readonly pages: number
  readonly ocrPages: number
  readonly pictures: number
  readonly inert: number
  /** The first few, for the report's last lines. */
  readonly inertNames: readonly string[]
  /** Findings and gaps somebody answers for. */
  readonly waived: number
  /** What became of waivers by id; one that is not here met nothing. */
  readonly waivers: ReadonlyMap<string, 'counted' | StaleCause>
  /** Something was found that blocks by itself (with `--strict`, reviews count). */
  readonly leak: boolean
}

export const emptyTally: Tally = {
  inputs: 0,
  blocked: 0,
  needsReview: 0,
  gaps: 0,
  found: { block: 0, review: 0, note: 0 },
  documents: 0,
  parts: 0,
  pages: 0,
  ocrPages: 0,
  pictures: 0,
  inert: 0,
  inertNames: [],
  waived: 0,
  waivers: new Map(),
  leak: false,
}

export function addToTally(tally: Tally, judged: Judged, strict: boolean): Tally {
  const { inspection, verdict, waived = [] } = judged
  const found = { ...tally.found }
  for (const finding of inspection.findings) found[finding.level] += 1
  const sum = (pick: 'pages' | 'ocrPages' | 'pictures') =>
    inspection.documents.reduce((total, document) => total + document[pick], tally[pick])
  return {
    inputs: tally.inputs + 1,
    blocked: tally.blocked + (verdict.decision === 'block' ? 1 : 0),
    needsReview: tally.needsReview + verdict.needsReview,
    gaps: tally.gaps + inspection.gaps.length,
    found,
    documents: tally.documents + inspection.documents.length,
    parts: tally.parts + inspection.documents.filter(({ place }) => place.length > 1).length,
    pages: sum('pages'),
    ocrPages: sum('ocrPages'),
    pictures: sum('pictures'),
    inert: tally.inert + inspection.inert.length,
    inertNames:
      tally.inertNames.length < NAMED
        ? [...tally.inertNames, ...names(inspection)].slice(0, NAMED)
        : tally.inertNames,
    waived: tally.waived + waived.length,
    waivers: met(tally.waivers, judged),
    leak: found.block > 0 || (strict && found.review > 0),
  }
}

function met(known: Tally['waivers'], { waived = [], refused = [] }: Judged): Tally['waivers'] {
  if (waived.length === 0 && refused.length === 0) return known
  const counted = waived.map(({ waiver }) => [waiver.id, 'counted'] as const)
  return new Map([...known, ...refused.map(({ id, cause }) => [id, cause] as const), ...counted])
}

/** Waivers that did not count in the run, for whoever keeps the list. */
export function staleWaivers(waivers: readonly Waiver[], { waivers: met }: Tally, today: string) {
  return waivers.flatMap((waiver) => {
    const cause = met.get(waiver.id) ?? (waiver.until < today ? 'expired' : 'unmet')
    return cause === 'counted' ? [] : [{ waiver, cause }]
  })
}

const NAMED = 6
const names = (inspection: Inspection) =>
  inspection.inert.map(({ place }) => place[place.length - 1]!.label ?? place[place.length - 1]!.name)

/** Precedence 1 > 2 > 3 > 0: a found leak is told even when something else could not be done. */
export function exitCode(tally: Tally, undone: boolean): 0 | 1 | 2 | 3 {
  if (tally.leak) return 1
  if (undone) return 2
  return tally.blocked > 0 ? 3 : 0
}
