/** A year that is over: an exam of that year has been held. */

/** True when every year named in the text lies before this one. */
export function isPastYear(text: string, today: string): boolean {
  const years = text.match(/(?:19|20)\d{2}/g) ?? []
  const thisYear = Number(today.slice(0, 4))
  return years.length > 0 && years.every((year) => Number(year) < thisYear)
}
