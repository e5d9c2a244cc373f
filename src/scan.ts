/** Many inputs, inspected side by side and told in the order they came. */
import type { Input } from './inputs/index.js'

export interface ScanOptions {
  /** Files under way at once; results wait for their turn, so memory stays flat over a whole site. */
  readonly window: number
  readonly onStart?: (input: Input, index: number) => void
}

/** `inspect` is begun for `window` inputs ahead of the one whose turn it is. */
export async function* scan<T>(
  inputs: AsyncIterable<Input>,
  inspect: (input: Input) => Promise<T>,
  { window, onStart }: ScanOptions,
): AsyncGenerator<T> {
  const underWay: Promise<T>[] = []
  let begun = 0
  for await (const input of inputs) {
    onStart?.(input, begun)
    begun += 1
    const inspected = inspect(input)
    // What goes wrong is told when its turn comes.
    inspected.catch(() => undefined)
    underWay.push(inspected)
    if (underWay.length >= window) yield await underWay.shift()!
  }
  for (const inspected of underWay) yield await inspected
}
