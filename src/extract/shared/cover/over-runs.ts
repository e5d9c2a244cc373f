/** Runs of a paragraph with what drawn things lie over them, as far as it can be estimated. */
import type { HiddenBy } from '../../../types.js'
import { type LineShape, liesOver, setText } from './over-line.js'

/** An empty opaque shape, or a picture, in front of the text. */
export interface Lying {
  readonly kind: 'shape' | 'picture'
  readonly drawn: LineShape
}
interface Run {
  readonly text: string
  readonly deleted: boolean
  readonly hiddenBy?: HiddenBy
  readonly size?: number
}

/** Runs that are hidden or deleted already stay as they are. */
export function underDrawings<Its extends Run>(
  runs: readonly Its[],
  lying: readonly Lying[],
): (Its & { readonly fitted?: boolean })[] {
  const text = setText(runs.filter(({ deleted, hiddenBy }) => !deleted && !hiddenBy))
  const lies = lying.flatMap(({ kind, drawn }) => {
    const found = liesOver(drawn, text)
    return found ? [{ kind, fits: found.fits && kind === 'shape' }] : []
  })
  const lie = lies.find(({ fits }) => fits) ?? lies[0]
  if (!lie) return [...runs]
  const hiddenBy = lie.kind === 'shape' ? 'under-shape' : 'under-picture'
  const how = { hiddenBy, ...(lie.fits && { fitted: true }) } as const
  return runs.map((run) => (run.hiddenBy || run.deleted ? run : { ...run, ...how }))
}
