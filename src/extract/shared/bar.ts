/** Grounds that hide type of their own colour the way a redaction bar does. Colours are six lower-case hex digits. */

/** Channels of 255 from which a ground may be taken for paper, and up to which for black. */
const [PALE, DARK] = [243, 80]

const channelsOf = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Not to be taken for paper; false where it cannot be told. */
export function isBar(ground: string | null | undefined): boolean {
  return ground?.length === 6 && channelsOf(ground).some((channel) => channel < PALE)
}

/** Blacked out; grounds of colour are decoration on sheets and slides. */
export function isBlack(ground: string | null | undefined): boolean {
  return ground?.length === 6 && channelsOf(ground).every((channel) => channel <= DARK)
}
