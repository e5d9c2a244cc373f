/** What holds inside a group of an RTF file and ends with it. */
import type { HiddenBy } from '../../types.js'
import { isAlike, TINY } from '../shared/cover/faint.js'
import type { HexBytes } from './embedded.js'
import type { RtfField } from './fields.js'
import type { RtfTextStyle, Story } from './story.js'

/** Where text goes. */
export type TextTarget =
  | { readonly kind: 'story'; readonly story: Story }
  | {
      readonly kind: 'collect'
      readonly name: string
      text: string
      readonly pieces: string[]
      field?: RtfField | null
    }
  | { readonly kind: 'picture' | 'object'; readonly data: HexBytes; extension: string }
  | { readonly kind: 'fonts' | 'colours' | 'lists' | 'silent' }

export interface GroupState {
  sink: TextTarget
  /** The sink began in this group and ends with it. */
  owns: boolean
  /** `\*` stood at the start: unknown destinations are to be passed over. */
  starred: boolean
  /** A shape is told in this group and ends with it. */
  shape: boolean
  /** Nothing but control words stood in the group so far. */
  fresh: boolean
  /** Characters that follow `\u` for readers that do not know it. */
  skip: number
  font: number
  /** Half points. */
  size: number | undefined
  bold: boolean
  hidden: boolean
  deleted: boolean
  colour: number
  ground: number
  inTable: boolean
  /** The field the text stands in, code or result; it ends with the group where `ownsField`. */
  field: RtfField | null
  ownsField: boolean
  /** `\ls` and `\ilvl`: the list of the paragraph; 0: none. */
  list: number
  level: number
}

const plainCharacters = {
  font: -1,
  size: undefined,
  bold: false,
  hidden: false,
  deleted: false,
  colour: 0,
  ground: 0,
} as const

export function firstState(story: Story): GroupState {
  return {
    sink: { kind: 'story', story },
    owns: false,
    starred: false,
    shape: false,
    fresh: true,
    skip: 1,
    ...plainCharacters,
    inTable: false,
    field: null,
    ownsField: false,
    list: 0,
    level: 0,
  }
}

/** `\plain` (RTF 1.9.1): character formatting as at the start. */
export function makePlain(state: GroupState): void {
  Object.assign(state, plainCharacters)
}

const paper: Rgb = [255, 255, 255]

export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * `colours`: the colour table; entry 0 is the reader's own unless it says a colour. As a ground, 0 is none at all.
 * `plainGround`: false where something may be painted behind the text that is not worked out here.
 */
export function lookOf(
  state: GroupState,
  colours: readonly (Rgb | null)[],
  plainGround: boolean,
): RtfTextStyle {
  const hiddenBy = unseen(state, colours, plainGround)
  return {
    hiddenBy,
    fitted: hiddenBy === 'same-colour' && !isAlike(groundOf(state, colours), paper),
    size: state.size === undefined ? undefined : state.size / 2,
    bold: state.bold,
  }
}

function unseen(
  state: GroupState,
  colours: readonly (Rgb | null)[],
  plainGround: boolean,
): HiddenBy | undefined {
  if (state.deleted) return 'deleted-revision'
  if (state.hidden) return 'hidden-attribute'
  if (state.size !== undefined && state.size < 2 * TINY) return 'tiny'
  if (!plainGround && state.ground === 0) return undefined
  return isAlike(colours[state.colour] ?? [0, 0, 0], groundOf(state, colours)) ? 'same-colour' : undefined
}

const groundOf = ({ ground }: GroupState, colours: readonly (Rgb | null)[]): Rgb =>
  ground === 0 ? paper : (colours[ground] ?? paper)
