/** Connected patches of a probability map, found run by run. */

export interface Patch {
  /** Left and right end of every run as x, y pairs, top to bottom: enough for the hull. */
  readonly points: number[]
  pixels: number
  /** Sum of the probabilities inside. */
  sum: number
}

interface Run {
  readonly from: number
  readonly to: number
  label: number
}

/** 8-connected patches of the values above `threshold`. */
export function patchesOf(map: Float32Array, width: number, height: number, threshold: number): Patch[] {
  const parents: number[] = []
  const runs: { y: number; run: Run; sum: number }[] = []
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const row: Run[] = []
    let reached = 0
    for (let x = 0; x < width; x++) {
      if (map[y * width + x]! <= threshold) continue
      const from = x
      let sum = 0
      while (x < width && map[y * width + x]! > threshold) sum += map[y * width + x++]!
      const run: Run = { from, to: x - 1, label: -1 }
      while (reached < above.length && above[reached]!.to < from - 1) reached++
      for (let i = reached; i < above.length && above[i]!.from <= run.to + 1; i++)
        join(parents, run, above[i]!.label)
      if (run.label < 0) run.label = parents.push(parents.length) - 1
      row.push(run)
      runs.push({ y, run, sum })
    }
    above = row
  }
  return gather(parents, runs)
}

function join(parents: number[], run: Run, label: number): void {
  const root = rootOf(parents, label)
  if (run.label < 0) run.label = root
  else parents[rootOf(parents, run.label)] = root
}

function rootOf(parents: number[], label: number): number {
  while (parents[label] !== label) {
    parents[label] = parents[parents[label]!]!
    label = parents[label]!
  }
  return label
}

function gather(parents: number[], runs: readonly { y: number; run: Run; sum: number }[]): Patch[] {
  const patches = new Map<number, Patch>()
  for (const { y, run, sum } of runs) {
    const root = rootOf(parents, run.label)
    let patch = patches.get(root)
    if (!patch) patches.set(root, (patch = { points: [], pixels: 0, sum: 0 }))
    patch.points.push(run.from, y)
    if (run.to > run.from) patch.points.push(run.to, y)
    patch.pixels += run.to - run.from + 1
    patch.sum += sum
  }
  return [...patches.values()]
}
