/** Grounds that hide type of their own colour the way a redaction bar does. Colours are six lower-case hex digits. */
import { channelsOf } from './faint.js'

/** Channels of 255 from which a ground may be taken for paper, and up to which for black. */
const [PALE, DARK] = [243, 80]

/** Not to be taken for paper; false where it cannot be told. */
export function isBar(ground: string | null | undefined): boolean {
  return ground?.length === 6 && channelsOf(ground).some((channel) => channel < PALE)
}

/** Blacked out; grounds of colour are decoration on sheets and slides. */
export function isBlack(ground: string | null | undefined): boolean {
  return ground?.length === 6 && channelsOf(ground).every((channel) => channel <= DARK)
}
