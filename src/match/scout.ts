/** One pass over a page's text that finds which triggers occur in which passages, before any pattern runs. */
import type { Trigger } from '../types.js'
import { passageOf, type View } from '../view.js'
import { reach, runUp, type Stretch } from './matcher.js'

interface Word {
  readonly text: string
  /** Its second unit, compared before the rest. */
  readonly second: number
  readonly triggers: number[]
}

export interface Scout {
  /** For each trigger, in order: the stretches it was seen in. */
  survey(view: View): Stretch[][]
}

const digitClass = 1
const isSeparator = (unit: number): boolean => unit === 32 || unit === 45

export function openScout(triggers: readonly Trigger[]): Scout {
  const { buckets, classOf } = sortWords(triggers)
  const watches = triggers
    .map((trigger, index) => ({ index, least: trigger.digits ?? 0 }))
    .filter((watch) => watch.least > 0)
  return {
    survey(view) {
      const log = openLog(view, triggers.length)
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
        const next = text.charCodeAt(at + 1)
        for (const word of buckets[kind]!) {
          if (word.text.length > 1 && (word.second !== next || !text.startsWith(word.text, at))) continue
          for (const trigger of word.triggers) log(trigger, at)
        }
      }
      logDigits(length)
      return log.result
    },
  }
}

/** Words by their first unit: `classOf` is 0 for units that start none, 1 for digits, else the bucket. */
function sortWords(triggers: readonly Trigger[]): { buckets: Word[][]; classOf: Uint16Array } {
  const words = new Map<string, Word>()
  triggers.forEach((trigger, index) => {
    for (const text of new Set(trigger.keywords)) {
      if (!words.has(text)) words.set(text, { text, second: text.charCodeAt(1), triggers: [] })
      words.get(text)!.triggers.push(index)
    }
  })
  const classOf = new Uint16Array(65536)
  classOf.fill(digitClass, 48, 58)
  const buckets: Word[][] = [[], []]
  for (const word of words.values()) {
    const first = word.text.charCodeAt(0)
    if (classOf[first] === 0) classOf[first] = buckets.push([]) - 1
    buckets[classOf[first]!]!.push(word)
  }
  return { buckets, classOf }
}

interface Log {
  (trigger: number, at: number): void
  readonly result: Stretch[][]
}

/** Most triggers are seen nowhere; they share this. */
const nowhere: Stretch[] = []

/** Positions come in ascending order, so the passage is found by walking on; near positions share a stretch. */
function openLog(view: View, count: number): Log {
  const result = Array.from<Stretch[]>({ length: count }).fill(nowhere)
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
