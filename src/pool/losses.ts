/** What of a file nobody looked at, as gaps. */
import type { Observation } from '../inspect.js'
import { at, placeOf } from '../place.js'
import type { GapCause, Limits, Phrase } from '../types.js'
import type { Unit } from './messages.js'
import { type DeathCause, totalOf, type WorkerLimits } from './watch.js'

/** Pages behind the limit of the run. */
export function beyond({ path }: Unit, { pages }: Limits): Observation {
  const place = at(placeOf({ name: path }), { page: pages + 1 })
  const args = { what: 'pages', limit: pages, flag: '--max-pages' }
  return { kind: 'gap', cause: 'limit', place, detail: { code: 'scan.limit', args } }
}

/** Every page was read to its end or is a gap; anything else would be a page called clean that nobody looked at. */
export function unaccounted(unit: Unit, pages: number, all: readonly Observation[]): Observation[] {
  const gaps = all.filter((seen) => seen.kind === 'gap')
  // A gap that names no page stands for all that are missing.
  if (gaps.some(({ place }) => place[0].page === undefined)) return []
  const told = new Set(gaps.map(({ place }) => place[0].page))
  for (const seen of all) {
    // An attachment or a picture on a page says nothing of the page itself.
    if (!('place' in seen) || seen.place.length > 1) continue
    if (seen.kind === 'page' && seen.number !== null) told.add(seen.number)
    // A page too small to carry words.
    else if (seen.kind === 'inert' && seen.place[0].page !== undefined) told.add(seen.place[0].page)
  }
  const missing = pages - told.size
  if (missing <= 0) return []
  const place = placeOf({ name: unit.path })
  return [
    { kind: 'gap', cause: 'crashed', place, detail: { code: 'scan.pages-lost', args: { missing, pages } } },
  ]
}

/** What the process held when it died: a page, or the rest of a file. */
export function lost(unit: Unit, cause: DeathCause, limits: WorkerLimits): Observation {
  const place = placeOf({ name: unit.path })
  const told: Record<DeathCause, { cause: GapCause; detail: Phrase }> = {
    timeout: {
      cause: 'timeout',
      detail: { code: 'scan.timeout', args: { seconds: limits.silence / 1000 } },
    },
    total: {
      cause: 'timeout',
      detail: { code: 'scan.total', args: { seconds: totalOf(limits) / 1000 } },
    },
    stopped: { cause: 'timeout', detail: { code: 'scan.stopped' } },
    crashed: { cause: 'crashed', detail: { code: 'scan.process-died' } },
    memory: {
      cause: 'limit',
      detail: { code: 'scan.out-of-memory', args: { limit: Math.round(limits.memory / 1024 ** 2) } },
    },
  }
  const page = unit.range ? at(place, { page: unit.range.from }) : place
  return { kind: 'gap', ...told[cause], place: page }
}
