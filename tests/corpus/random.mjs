/** Seeded chance: the same seed gives the same document on every machine. */

/**
 * @typedef {object} Chance
 * @property {() => number} next uniform in [0, 1)
 * @property {(low: number, high: number) => number} between uniform in [low, high)
 * @property {(low: number, high: number) => number} whole integer in [low, high]
 * @property {<T>(from: readonly T[]) => T} pick one of the list
 * @property {<T>(from: readonly T[], count: number) => T[]} some different ones, in random order
 * @property {(probability: number) => boolean} is
 * @property {() => number} bell normal with mean 0 and deviation 1 (sum of uniforms, cut at about ±3)
 */

/** Folds a name into a 32-bit seed (FNV-1a), so that documents are independent of one another. */
export function seedOf(name) {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193)
  return hash >>> 0
}

/** @returns {Chance} mulberry32 under a few words of everyday chance */
export function chanceFrom(seed) {
  let state = (typeof seed === 'string' ? seedOf(seed) : seed) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    pick: (from) => from[whole(0, from.length - 1)],
    some: (from, count) => shuffled(from, whole).slice(0, count),
    is: (probability) => next() < probability,
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  }
}

function shuffled(from, whole) {
  const list = [...from]
  for (let last = list.length - 1; last > 0; last--) {
    const other = whole(0, last)
    ;[list[last], list[other]] = [list[other], list[last]]
  }
  return list
}
