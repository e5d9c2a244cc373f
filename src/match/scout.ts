/** One pass over a page's text that finds which triggers occur in which passages, before any pattern runs. */
import type { Trigger } from '../types.js'
import { passageOf, type View } from '../view.js'
import type { Stretch } from './matcher.js'

interface Word {
  readonly text: string
  readonly triggers: number[]
}

export interface Scout {
  /** For each trigger, in order: the passages it was seen in. */
  survey(view: View): Stretch[][]
}

const digit = (unit: number): boolean => unit >= 48 && unit <= 57
const separator = (unit: number): boolean => unit === 32 || unit === 45

export function openScout(triggers: readonly Trigger[]): Scout {
  const { buckets, bucketOf } = sortWords(triggers)
  const digitWatch = triggers
    .map((trigger, index) => ({ index, least: trigger.digits ?? 0 }))
    .filter((watch) => watch.least > 0)
  const least = Math.min(Infinity, ...digitWatch.map((watch) => watch.least))
  return {
    survey(view) {
      const log = openLog(view, triggers.length)
      const { text } = view
      let digits = 0
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at)
        if (digit(unit)) {
          digits += 1
          continue
        }
        if (digits > 0 && !(separator(unit) && digit(text.charCodeAt(at + 1)))) {
          if (digits >= least)
            for (const watch of digitWatch) if (digits >= watch.least) log(watch.index, at - 1)
          digits = 0
        }
        const bucket = bucketOf[unit]!
        if (bucket === 0) continue
        for (const word of buckets[bucket]!) {
          if (text.startsWith(word.text, at)) for (const trigger of word.triggers) log(trigger, at)
        }
      }
      for (const watch of digitWatch) if (digits >= watch.least) log(watch.index, text.length - 1)
      return log.result
    },
  }
}

function sortWords(triggers: readonly Trigger[]): { buckets: Word[][]; bucketOf: Uint16Array } {
  const words = new Map<string, Word>()
  triggers.forEach((trigger, index) => {
    for (const text of trigger.keywords) {
      if (!words.has(text)) words.set(text, { text, triggers: [] })
      words.get(text)!.triggers.push(index)
    }
  })
  const bucketOf = new Uint16Array(65536)
  const buckets: Word[][] = [[]]
  for (const word of words.values()) {
    const first = word.text.charCodeAt(0)
    if (bucketOf[first] === 0) bucketOf[first] = buckets.push([]) - 1
    buckets[bucketOf[first]!]!.push(word)
  }
  return { buckets, bucketOf }
}

interface Log {
  (trigger: number, at: number): void
  readonly result: Stretch[][]
}

/** Positions come in ascending order, so the passage is found by walking on. */
function openLog(view: View, count: number): Log {
  const result: Stretch[][] = Array.from({ length: count }, () => [])
  let row = 0
  let current: Stretch = [0, -1]
  const log = (trigger: number, at: number): void => {
    if (at >= current[1]) {
      while (row + 1 < view.rows.length && view.rows[row + 1]!.start <= at) row += 1
      const [first, last] = passageOf(view, row)
      current = [view.rows[first]!.start, view.rows[last]!.end]
    }
    const list = result[trigger]!
    if (list.at(-1) !== current) list.push(current)
  }
  return Object.assign(log, { result })
}
