/** Connected patches of a probability map that arrives row by row, so that the whole map is never held. */

export interface InkComponent {
  /** Left and right end of every run as x, y pairs, top to bottom: enough for the hull. */
  readonly points: number[]
  pixels: number
  /** Sum of the probabilities inside. */
  sum: number
  readonly runs: PixelRun[]
}

/** Columns `from` to `to`, both included, of row `y`. */
export interface PixelRun {
  readonly from: number
  readonly to: number
  readonly y: number
}

export interface PatchFinder {
  /** The next row: `width` values of `values` from `offset`. */
  row(values: Float32Array, offset: number, width: number): void
  patches(): InkComponent[]
}

interface Run extends PixelRun {
  readonly sum: number
  label: number
}

/** 8-connected patches of the values above `threshold`. */
export function openPatchFinder(threshold: number): PatchFinder {
  const parents: number[] = []
  const runs: Run[] = []
  let above: Run[] = []
  let y = 0
  return {
    row(values, offset, width) {
      const row = runsOf(values, offset, width, threshold, y++)
      let reached = 0
      for (const run of row) {
        while (reached < above.length && above[reached]!.to < run.from - 1) reached++
        for (let i = reached; i < above.length && above[i]!.from <= run.to + 1; i++)
          unite(parents, run, above[i]!.label)
        if (run.label < 0) run.label = parents.push(parents.length) - 1
        runs.push(run)
      }
      above = row
    },
    patches: () => gather(parents, runs),
  }
}

function runsOf(values: Float32Array, offset: number, width: number, threshold: number, y: number): Run[] {
  const row: Run[] = []
  for (let x = 0; x < width; x++) {
    if (values[offset + x]! <= threshold) continue
    const from = x
    let sum = 0
    while (x < width && values[offset + x]! > threshold) sum += values[offset + x++]!
    row.push({ from, to: x - 1, y, sum, label: -1 })
  }
  return row
}

function unite(parents: number[], run: Run, label: number): void {
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

function gather(parents: number[], runs: readonly Run[]): InkComponent[] {
  const patches = new Map<number, InkComponent>()
  for (const run of runs) {
    const { from, to, y, sum, label } = run
    const root = rootOf(parents, label)
    let patch = patches.get(root)
    if (!patch) patches.set(root, (patch = { points: [], pixels: 0, sum: 0, runs: [] }))
    patch.runs.push(run)
    patch.points.push(from, y)
    if (to > from) patch.points.push(to, y)
    patch.pixels += to - from + 1
    patch.sum += sum
  }
  return [...patches.values()]
}
