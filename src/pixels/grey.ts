/** Grey of one pixel of RGBA samples, 0–255; `at` is the offset of its red. */

/** Luma, rounded (ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue). */
export function lumaAt(rgba: Uint8Array, at: number): number {
  return (rgba[at]! * 77 + rgba[at + 1]! * 150 + rgba[at + 2]! * 29 + 128) >> 8
}

/** Near luma, by shifts alone: for every pixel of a page. */
export function quickLumaAt(rgba: Uint8Array, at: number): number {
  return (rgba[at]! + 2 * rgba[at + 1]! + rgba[at + 2]!) >> 2
}

/** Mean of red, green and blue, not rounded: ink of any colour counts the same. */
export function meanAt(rgba: Uint8Array, at: number): number {
  return (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3
}
