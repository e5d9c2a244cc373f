/** Letters drawn twice in one place: a page laid over its own copy hides nothing. */
import type { OfdGlyph } from './glyphs.js'
import type { Sighting } from './lines.js'

/** Points; copies stand this near one another. */
const NEAR = 1

/** Without covered letters over which the same letter is drawn again, in sight. */
export function withoutTwins(glyphs: readonly OfdGlyph[], sighting: Sighting): readonly OfdGlyph[] {
  const seen = new Set<string>()
  const covered = new Set<OfdGlyph>()
  for (const glyph of glyphs) {
    const { sight } = sighting(glyph)
    if (sight === 'covered') covered.add(glyph)
    else if (sight === 'visible') seen.add(keyOf(glyph, 0, 0))
  }
  if (covered.size === 0 || seen.size === 0) return glyphs
  return glyphs.filter((glyph) => !covered.has(glyph) || !hasTwin(glyph, seen))
}

function hasTwin(glyph: OfdGlyph, seen: ReadonlySet<string>): boolean {
  for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) if (seen.has(keyOf(glyph, dx, dy))) return true
  return false
}

function keyOf({ text, origin: [x, y], style }: OfdGlyph, dx: number, dy: number): string {
  return `${text} ${Math.round(x / NEAR) + dx} ${Math.round(y / NEAR) + dy} ${Math.round(style.size)}`
}
