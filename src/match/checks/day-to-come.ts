/** A day that is not over: what is announced for it has not happened yet. */
import type { Condition } from '../../types.js'

const days = /(?:((?:19|20)\d{2})[年./-]\s?)?(\d{1,2})[月./-]\s?(\d{1,2})/gu

/** Holds up to the last date in the text; one without a year is of the year in which it is read. */
export function dayToCome(text: string): boolean | Condition {
  let through = ''
  let throughOfYear = ''
  for (const [, year, month, day] of text.matchAll(days)) {
    const ofYear = `${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
    if (year === undefined) throughOfYear = later(throughOfYear, ofYear)
    else through = later(through, `${year}-${ofYear}`)
  }
  if (through === '' && throughOfYear === '') return false
  return { on: 'day', ...(through && { through }), ...(throughOfYear && { throughOfYear }) }
}

const later = (one: string, other: string) => (one > other ? one : other)
