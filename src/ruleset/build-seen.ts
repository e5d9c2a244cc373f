/** Rule files about what is seen or hidden on a page → rules. */
import type { HeadRule, PixelRule, RuleHead, SightRule } from '../types.js'
import type { HeadFile, PixelFile, SightFile } from './schema-seen.js'
import { spellFor, type PackContext } from './spell.js'

export function buildPixels(raw: PixelFile, head: RuleHead, around: PackContext): PixelRule {
  const { kinds, where, firmHead, needsTell, doubtful, lowered } = raw
  const spell = spellFor(around, true)
  return {
    ...head,
    family: 'pixels',
    kinds,
    ...(where ? { where, officialHead: spell(around.grammar.cues.officialHead) } : {}),
    ...(firmHead ? { firmHead: spell(firmHead) } : {}),
    ...(needsTell ? { needsTell } : {}),
    ...(doubtful ? { doubtful } : {}),
    ...(lowered ? { lowered: { ...lowered, pattern: spell(lowered.pattern) } } : {}),
  }
}

export function buildHead(raw: HeadFile, head: RuleHead, around: PackContext): HeadRule {
  const spell = spellFor(around, true)
  const words = Object.fromEntries(
    Object.entries(raw.words).map(([part, source]) => [part, spell(source)]),
  ) as HeadRule['words']
  return { ...head, family: 'head', alone: raw.alone, words }
}

export function buildSight(raw: SightFile, head: RuleHead, around: PackContext): SightRule {
  const { sights, least, hiddenBy, parts, fitted, except } = raw
  return {
    ...head,
    family: 'sight',
    sights,
    least,
    ...(hiddenBy ? { hiddenBy } : {}),
    ...(parts ? { parts } : {}),
    ...(fitted !== undefined ? { fitted } : {}),
    ...(except ? { except: spellFor(around, false)(except) } : {}),
  }
}
