/** Whether a style moves its element off the screen, so far that no window shows it. */
import type { Declarations } from './css.js'

/** CSS pixels from the near edge, and from the far one; pages are made wider and longer than any screen. */
const [before, beyond] = [-400, 9_000]
/** Margins and translations of less centre and slide what is seen. */
const moved = 1_000
/** Indents to the right of less are those of a heading in a wide column. */
const indented = 2_000
/** Per cent of the box or the window around it: off by one is a slide that comes in, off by two a hiding place. */
const away = 200

export function isOutside(said: Declarations): boolean {
  const placed = /^(absolute|fixed|relative|sticky)$/.test(said.get('position') ?? '')
  return (placed && isPlacedOutside(said)) || isShifted(said) || isIndented(said)
}

function isPlacedOutside(said: Declarations): boolean {
  const inset = sidesOf(said.get('inset'))
  const side = (name: string, index: number) => said.get(name) ?? inset[index]
  const near = [side('left', 3), side('top', 0), said.get('inset-inline-start')]
  if (near.some((value) => lengthOf(value) <= before || Math.abs(shareOf(value)) >= away)) return true
  const far = [side('right', 1), side('bottom', 2), said.get('inset-inline-end')]
  if (lengthOf(near[0]) >= beyond) return true
  return far.some((value) => lengthOf(value) <= -moved || Math.abs(shareOf(value)) >= away)
}

/**
 * What stands right or below goes on with the page: only to the left and above nothing is ever shown. A row of slides is
 * moved by shares of itself.
 */
function isShifted(said: Declarations): boolean {
  const [top, , , left] = sidesOf(said.get('margin'))
  const margins = [
    said.get('margin-left') ?? left,
    said.get('margin-top') ?? top,
    said.get('margin-inline-start'),
  ]
  if (margins.some((value) => lengthOf(value) <= -moved)) return true
  const written = `${said.get('transform') ?? ''} ${said.get('translate') ?? ''}`
  const steps = /translate(?:3d|[xy])?\(([^)]*)\)/gi
  const given = [...written.matchAll(steps)].map(([, values]) => values!).concat(said.get('translate') ?? '')
  return given.flatMap((values) => values.split(/[\s,]+/)).some((value) => lengthOf(value) <= -moved)
}

/** Past the end of a line that is neither wrapped nor shown beyond its box. */
function isIndented(said: Declarations): boolean {
  const indent = said.get('text-indent')?.split(/\s+/)[0]
  const [length, share] = [lengthOf(indent), shareOf(indent)]
  if (length <= before || share <= -100 || length >= indented || share >= away) return true
  const cut = /^(hidden|clip)$/.test(said.get('overflow') ?? '')
  return cut && share >= 100 && said.get('white-space') === 'nowrap'
}

/** Top, right, bottom, left of a shorthand (CSS 2.2, 8.3). */
function sidesOf(value: string | undefined): readonly (string | undefined)[] {
  const [top, right = top, bottom = top, left = right] = value?.split(/\s+/) ?? []
  return [top, right, bottom, left]
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  in: 96,
}

/** In CSS pixels, type taken for the usual size; NaN for anything else. */
function lengthOf(value: string | undefined): number {
  const [, number, unit] = /^(-?(?:\d+\.?\d*|\.\d+)(?:e\d+)?)([a-z]*)$/i.exec(value ?? '') ?? []
  return Number(number) * (units[unit?.toLowerCase() ?? ''] ?? Number.NaN)
}

/** Per cent, of the window too; NaN for anything else. */
function shareOf(value: string | undefined): number {
  return Number(/^(-?(?:\d+\.?\d*|\.\d+))(?:%|[dsl]?v[wh]|vmax|vmin)$/i.exec(value ?? '')?.[1])
}
