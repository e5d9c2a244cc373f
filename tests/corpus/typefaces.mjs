/** Typefaces of Debian's Chinese font packages, split so that the test part is set in faces nobody worked with. */

const dev = {
  song: ['Noto Serif CJK SC', 'AR PL SungtiL GB'],
  hei: ['WenQuanYi Zen Hei'],
  kai: ['AR PL UKai CN'],
}
const test = {
  song: ['AR PL UMing CN'],
  hei: ['Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'Droid Sans Fallback'],
  kai: ['AR PL KaitiM GB'],
}
const parts = { dev, test }

/**
 * Which family sets each role of one document. GB/T 9704-2012 wants 小标宋 for the head and title, 黑体 for
 * level and urgency, 仿宋 for the text and 楷体 for the signer; offices use what is installed.
 * @typedef {{head: string, mark: string, title: string, body: string, kai: string}} Faces
 * @param {import('./random.mjs').Chance} chance
 * @returns {Faces}
 */
export function facesFor(part, chance) {
  const { song, hei, kai } = parts[part]
  const every = [...song, ...hei, ...kai]
  return {
    head: chance.pick([...song, ...song, ...every]),
    mark: chance.is(0.6) ? chance.pick(hei) : chance.pick(every),
    title: chance.pick([...song, ...every]),
    body: chance.pick([...song, ...kai, ...every]),
    kai: chance.pick(kai),
  }
}

/** A document set in one family throughout: for fixtures and for scores by typeface. */
export function setIn(family) {
  return { head: family, mark: family, title: family, body: family, kai: family }
}

export function familiesOf(part) {
  return Object.values(parts[part]).flat()
}
