/** Conditions of findings: made by checks, decided by the occasion of a publication. */
import { hashOf } from './identity.js'
import type { Condition, DayCondition, Occasion, PublisherCondition } from './types.js'

export function holds(condition: Condition | undefined, occasion: Occasion): boolean {
  if (condition === undefined) return true
  return condition.on === 'day' ? isDay(condition, occasion.day) : isOfOthers(condition, occasion.organs)
}

function isDay({ from, before, through, throughOfYear }: DayCondition, day: string): boolean {
  if (from !== undefined && day < from) return false
  if (before !== undefined && day >= before) return false
  if (through === undefined && throughOfYear === undefined) return true
  return (
    (through !== undefined && day <= through) ||
    (throughOfYear !== undefined && day.slice(5) <= throughOfYear)
  )
}

/** Where nobody said who publishes, nothing is another's. */
function isOfOthers({ names }: PublisherCondition, organs: readonly string[]): boolean {
  return organs.length > 0 && !organs.some((organ) => named(plain(organ), names))
}

function named(organ: string, names: string): boolean {
  const wanted = digest(organ)
  for (let at = 0; at < names.length; at += DIGITS) if (names.startsWith(wanted, at)) return true
  return false
}

/** Hexadecimal digits of one digest: few enough to be short, too many to meet by accident. */
const DIGITS = 10
/** Names of organs are longer. */
const LEAST = 2
/** Longer texts are cut: they are no heads. */
const MOST = 48

/** A condition on who publishes, for a text that may name them. */
export function unlessNamedIn(text: string): PublisherCondition {
  const all = plain(text).slice(0, MOST)
  const digests: string[] = []
  for (let start = 0; start < all.length; start += 1)
    for (let end = start + LEAST; end <= all.length; end += 1) digests.push(digest(all.slice(start, end)))
  return { on: 'publisher', names: digests.join('') }
}

const plain = (text: string) => text.replace(/\s/gu, '')
const digest = (name: string) => hashOf(name).slice(0, DIGITS)
