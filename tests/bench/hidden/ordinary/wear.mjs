/** What paper goes through before the scanner: holes, dark borders, folds, staples, the other side showing through. */
import { blurred } from '../../../corpus/degrade/picture.mjs'
import { blended, filled, stroked, within } from '../brush.mjs'

/** @param {import('../../../corpus/degrade/picture.mjs').Picture} picture changed in place */
export async function worn(picture, chance) {
  const { width, height } = picture
  const mm = Math.min(width, height) / 210
  if (chance.is(0.2)) await shineThrough(picture, chance)
  if (chance.is(0.2)) {
    const tone = chance.pick([8, 25, 60, 120])
    const count = chance.pick([2, 4])
    for (let hole = 0; hole < count; hole++) {
      const [x, y] = [
        chance.between(8, 12) * mm,
        height * (0.5 + (hole - (count - 1) / 2) * (count === 2 ? 0.27 : 0.2)),
      ]
      stroked(
        picture,
        [
          [x, y],
          [x + 0.1, y],
        ],
        2.8 * mm,
        [tone, tone, tone],
        1,
        0.2 * mm,
      )
    }
  }
  if (chance.is(0.2)) {
    const tone = chance.pick([0, 5, 30])
    const deep = () => chance.between(1, 9) * mm
    const sides = [
      [0, 0, deep(), height],
      [width - deep(), 0, width, height],
      [0, 0, width, deep()],
      [0, height - deep(), width, height],
    ]
    for (const side of chance.some(sides, chance.whole(1, 3))) filled(picture, side, [tone, tone, tone])
  }
  // A staple or clip in the corner and the fold it made.
  if (chance.is(0.15))
    stroked(
      picture,
      [
        [12 * mm, 14 * mm],
        [20 * mm, 9 * mm],
      ],
      0.5 * mm,
      [70, 70, 70],
      0.9,
      1,
    )
  if (chance.is(0.15)) {
    const y = height * chance.pick([1 / 3, 1 / 2, 2 / 3])
    for (let band = 0; band < 6; band++)
      blended(picture, [0, y + band * 0.4 * mm, width, 0.4 * mm], [0, 0, 0], 0.1 - band * 0.015)
  }
  if (chance.is(0.12)) gutter(picture, chance)
}

/** The dark slope beside the spine of a bound volume. */
function gutter(picture, chance) {
  const { width, height, rgb } = picture
  const deep = width * chance.between(0.04, 0.12)
  const left = chance.is(0.5)
  within(picture, [left ? 0 : width - deep, 0, deep, height], (at, x) => {
    const far = (left ? x : width - 1 - x) / deep
    for (let c = 0; c < 3; c++) rgb[at + c] *= 0.35 + 0.65 * far ** 0.6
  })
}

async function shineThrough(picture, chance) {
  const { width, height, rgb } = picture
  const soft = await blurred(picture, (width / 210) * 0.18)
  const share = chance.between(0.04, 0.12)
  const before = soft.rgb
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const other = (y * width + (width - 1 - x)) * 3
      const dark = (255 - before[other + 1]) * share
      const at = (y * width + x) * 3
      for (let c = 0; c < 3; c++) rgb[at + c] = Math.max(0, rgb[at + c] - dark)
    }
}
