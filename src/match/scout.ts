/** One pass over a page's text that finds which triggers occur in which passages, before any pattern runs. */
import type { Trigger } from '../types.js'
import { passageOf, type View } from '../view.js'
import { reach, runUp, type SearchRange } from './matcher.js'

interface Word {
  readonly text: string
  readonly triggers: number[]
}

export interface Scout {
  /** For each trigger, in order: the stretches it was seen in. */
  survey(view: View): SearchRange[][]
}

const digitClass = 1
const pairMask = 0xffff
/** Where a pair of units is kept in a table of pairs; others may fall on the same place. */
const pairAt = (first: number, second: number): number => ((first << 5) ^ (first >> 4) ^ second) & pairMask
const isSeparator = (unit: number): boolean => unit === 32 || unit === 45

export function openScout(triggers: readonly Trigger[]): Scout {
  const { buckets, classOf, pairs } = sortWords(triggers)
  const none = triggers.map(() => nowhere)
  const watches = triggers
    .map((trigger, index) => ({ index, least: trigger.digits ?? 0 }))
    .filter((watch) => watch.least > 0)
  return {
    survey(view) {
      const log = openLog(view, none.slice())
      const { text } = view
      const { length } = text
      let digits = 0
      let runStart = 0
      const logDigits = (end: number): void => {
        for (const watch of watches) {
          if (digits < watch.least) continue
          for (let at = runStart; at < end; at += runUp) log(watch.index, at)
          log(watch.index, end - 1)
        }
      }
      for (let at = 0; at < length; at += 1) {
        const unit = text.charCodeAt(at)
        const kind = classOf[unit]!
        if (kind === 0 && digits === 0) continue
        if (kind === digitClass) {
          if (digits === 0) runStart = at
          digits += 1
          continue
        }
        if (digits > 0 && !(isSeparator(unit) && classOf[text.charCodeAt(at + 1)] === digitClass)) {
          logDigits(at)
          digits = 0
        }
        if (kind === 0) continue
        if (pairs[pairAt(unit, text.charCodeAt(at + 1))] === 0) continue
        for (const word of buckets[kind]!) {
          if (!text.startsWith(word.text, at)) continue
          for (const trigger of word.triggers) log(trigger, at)
        }
      }
      logDigits(length)
      return log.result
    },
  }
}

interface Words {
  readonly buckets: readonly (readonly Word[])[]
  /** By first unit: 0 for units that start no word, 1 for digits, else the bucket. */
  readonly classOf: Uint16Array
  /** 0 where no word starts with a pair that falls on this place. */
  readonly pairs: Uint8Array
}

function sortWords(triggers: readonly Trigger[]): Words {
  const words = new Map<string, Word>()
  triggers.forEach((trigger, index) => {
    for (const text of new Set(trigger.keywords)) {
      if (!words.has(text)) words.set(text, { text, triggers: [] })
      words.get(text)!.triggers.push(index)
    }
  })
  const classOf = new Uint16Array(65536)
  classOf.fill(digitClass, 48, 58)
  const pairs = new Uint8Array(pairMask + 1)
  const buckets: Word[][] = [[], []]
  for (const word of words.values()) {
    const first = word.text.charCodeAt(0)
    if (classOf[first] === 0) classOf[first] = buckets.push([]) - 1
    buckets[classOf[first]!]!.push(word)
    if (word.text.length > 1) pairs[pairAt(first, word.text.charCodeAt(1))] = 1
    else for (let second = 0; second <= pairMask; second += 1) pairs[pairAt(first, second)] = 1
  }
  return { buckets, classOf, pairs }
}

interface Log {
  (trigger: number, at: number): void
  readonly result: SearchRange[][]
}

/** Most triggers are seen nowhere; they share this. */
const nowhere: SearchRange[] = []

/** Positions come in ascending order, so the passage is found by walking on; near positions share a stretch. */
function openLog(view: View, result: SearchRange[][]): Log {
  let row = 0
  let [start, end] = [0, 0]
  const log = (trigger: number, at: number): void => {
    if (at >= end) {
      while (row + 1 < view.rows.length && view.rows[row + 1]!.start <= at) row += 1
      const [first, last] = passageOf(view, row)
      ;[start, end] = [view.rows[first]!.start, view.rows[last]!.end]
    }
    if (result[trigger] === nowhere) result[trigger] = []
    const list = result[trigger]!
    const before = list.at(-1)
    if (before && before.start === start && at - runUp <= before.to + reach)
      before.to = Math.max(before.to, at)
    else list.push({ start, end, from: Math.max(start, at - runUp), to: at })
  }
  return Object.assign(log, { result })
}
