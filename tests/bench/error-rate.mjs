/** Character error rate: edits needed to turn what was read into what is printed, per printed character. */

const bare = (text) => [...text.replace(/\s/g, '')]

/** @returns {{errors: number, letters: number}} spaces and line ends count for nothing */
export function errorsIn(read, printed) {
  const [ours, truth] = [bare(read), bare(printed)]
  return { errors: distance(ours, truth), letters: truth.length }
}

/** Levenshtein distance with one row of memory. */
function distance(one, other) {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = new Uint32Array(other.length + 1)
    next[0] = i
    for (let j = 1; j <= other.length; j++) {
      const swap = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)
      next[j] = Math.min(swap, row[j] + 1, next[j - 1] + 1)
    }
    row = next
  }
  return row[other.length]
}

/** Was LEVEL★TERM read to the letter, spaces aside? */
export function isMarkRead(read, mark) {
  return bare(read).join('').includes(bare(mark).join(''))
}
