/** How properties of Forms 2.0 controls are kept ([MS-OFORMS] 2.2): which bits of the mask stand for how many bytes. */

/** Bytes of a property in the data block; `size`: 8 bytes behind it; `string`, `strings`: a count here, the letters behind. */
type Property = 0 | 1 | 2 | 4 | 'size' | 'string' | 'strings'

export interface Layout {
  /** Minor and major version, as they stand in the stream. */
  readonly version: number
  /** Bytes of the mask. */
  readonly mask: 4 | 8
  /** By bit; what is missing takes no room. */
  readonly properties: readonly Property[]
  /** Fonts: their names are no words of the form. */
  readonly silent?: true
}

const [CONTROL, FORM, SITE] = [0x0200, 0x0400, 0x0000]

/** 2.2.1 to 2.2.10, TextProps (2.3.1) and sites of controls on a form (2.2.10.12). */
export const layouts: readonly Layout[] = [
  {
    version: CONTROL,
    mask: 4,
    silent: true,
    properties: ['string', 4, 4, 0, 1, 1, 1, 2],
  },
  // CommandButton
  { version: CONTROL, mask: 4, properties: [4, 4, 4, 'string', 4, 'size', 1, 2, 2, 0, 2] },
  // Label
  { version: CONTROL, mask: 4, properties: [4, 4, 4, 'string', 4, 'size', 1, 4, 2, 2, 2, 2, 2] },
  // MorphData: text boxes, lists, check boxes, option and toggle buttons
  {
    version: CONTROL,
    mask: 8,
    properties: [
      ...([4, 4, 4, 4, 1, 1, 1, 1, 'size', 2, 4, 2, 2, 2, 2, 2, 1, 1, 1, 0, 1, 1] as const),
      ...(['string', 'string', 4, 4, 4, 2, 2, 2, 0, 0, 'string'] as const),
    ],
  },
  // TabStrip
  {
    version: CONTROL,
    mask: 4,
    properties: [
      ...([4, 4, 4, 0, 'size', 'strings', 1, 0, 4, 4, 0, 4, 4, 0, 0, 'strings', 0] as const),
      ...(['strings', 4, 0, 4, 'strings', 4, 'strings', 2] as const),
    ],
  },
  // The form itself
  {
    version: FORM,
    mask: 4,
    properties: [
      ...([0, 4, 4, 4, 0, 0, 4, 1, 1, 1, 'size', 'size', 'size', 4, 0, 2, 1, 1, 4, 'string'] as const),
      ...([2, 2, 4, 1, 0, 1, 4, 4] as const),
    ],
  },
  // What a form knows of each control on it: name, tag, tip, licence, sources
  {
    version: SITE,
    mask: 4,
    properties: ['string', 'string', 4, 4, 4, 4, 2, 2, 'size', 2, 0, 'string', 'string', 'string', 'string'],
  },
]
