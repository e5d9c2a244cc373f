/** Typefaces with traditional characters, split as the others are; the rest is `../typefaces.mjs`. */
import { setIn } from '../typefaces.mjs'

const families = {
  dev: ['Noto Serif CJK TC', 'AR PL UKai TW'],
  test: ['AR PL UMing TW', 'Noto Sans CJK TC'],
}

/** @param {'dev'|'test'} part @param {import('../random.mjs').Chance} chance @returns {import('../typefaces.mjs').Faces} */
export const traditionalFaces = (part, chance) => setIn(chance.pick(families[part]))
