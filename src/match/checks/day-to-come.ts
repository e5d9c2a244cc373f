/** A day that is not over: what is announced for it has not happened yet. */

const days = /(?:((?:19|20)\d{2})[年./-]\s?)?(\d{1,2})[月./-]\s?(\d{1,2})/gu

/** True when a date in the text is today or later; one without a year is of this year. */
export function isDayToCome(text: string, today: string): boolean {
  for (const [, year = today.slice(0, 4), month, day] of text.matchAll(days)) {
    if ([year, month!.padStart(2, '0'), day!.padStart(2, '0')].join('-') >= today) return true
  }
  return false
}
