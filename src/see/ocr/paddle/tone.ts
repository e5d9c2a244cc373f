/** What becomes of the colours of a picture on their way into a model. */

/** A value is held between `from` and `to` (0–255), then × factor + offset. */
export interface Curve {
  readonly from: number
  readonly to: number
  readonly factor: number
  readonly offset: number
}
/** Which byte of a pixel each of the three planes is taken from, and its curve. */
export interface Tone {
  /** 0 red, 1 green, 2 blue. */
  readonly channels: readonly [number, number, number]
  readonly curves: readonly [Curve, Curve, Curve]
}

/** The blue-green-red order and these means are what PP-OCR's detector was trained with. */
export const detectionTone: Tone = toneOf([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
export const recognitionTone: Tone = toneOf([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])

function toneOf(mean: [number, number, number], deviation: [number, number, number]): Tone {
  const curves = mean.map((value, plane) => ({
    from: 0,
    to: 255,
    factor: 1 / (255 * deviation[plane]!),
    offset: -value / deviation[plane]!,
  }))
  return { channels: [2, 1, 0], curves: curves as unknown as Tone['curves'] }
}

/** Brightness in red light of a seal's ink (white from there on) and of print under it (black up to there). */
export interface ColourFilter {
  readonly black: number
  readonly white: number
}

/** The same picture seen through a red glass: red ink vanishes, black stays, also black under red. */
export function throughGlass(tone: Tone, { black, white }: ColourFilter): Tone {
  const stretch = 255 / (white - black)
  const curves = tone.curves.map(({ factor, offset }) => ({
    from: black,
    to: white,
    factor: factor * stretch,
    offset: offset - black * stretch * factor,
  }))
  return { channels: [0, 0, 0], curves: curves as unknown as Tone['curves'] }
}
