/** From where on type on a page cannot be seen: too small, or of the colour of its ground. */

/** Points; below this nobody reads a letter. */
export const TINY = 3
/** Largest difference of a channel (0 to 255) that still cannot be seen. */
const LEAST_DIFFERENCE = 12

/** Red, green and blue of six hex digits. */
export const channelsOf = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Channels of 0 to 255. */
export const isAlike = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, index) => Math.abs(value - other[index]!) <= LEAST_DIFFERENCE)

/** Of two colours in six hex digits; false where one of them is not known. */
export function cannotBeTold(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one?.length !== 6 || other?.length !== 6) return false
  return isAlike(channelsOf(one), channelsOf(other))
}
