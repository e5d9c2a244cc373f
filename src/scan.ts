/** The run on one screen: inputs → pool → gather → judge, in input order, a bounded number at a time. */
import { gather } from './gather.js'
import type { Input } from './inputs/index.js'
import { judge, type Strictness } from './judge/index.js'
import { placeOf } from './place.js'
import type { Pool } from './pool/index.js'
import type { Unit } from './pool/messages.js'
import type { PhraseCode } from './phrases/index.js'
import type { Inspection, Judged } from './types.js'

export interface ScanOptions extends Strictness {
  /** Files under way at once; results wait for their turn, so memory stays flat over a whole site. */
  readonly window: number
  readonly onStart?: (input: Input, index: number) => void
}

export async function* scan(
  inputs: readonly Input[],
  pool: Pool,
  options: ScanOptions,
): AsyncGenerator<Judged> {
  const underWay: Promise<Inspection>[] = []
  let begun = 0
  const begin = () => {
    const input = inputs[begun]!
    options.onStart?.(input, begun)
    underWay.push(inspectInput(input, pool))
    begun += 1
  }
  for (let index = 0; index < inputs.length; index += 1) {
    while (begun < inputs.length && begun - index < options.window) begin()
    yield judge(await underWay.shift()!, options)
  }
}

const refusals = {
  link: 'scan.link',
  special: 'scan.special',
  unlistable: 'scan.unlistable',
} as const satisfies Record<NonNullable<Input['refused']>, PhraseCode>

async function inspectInput(input: Input, pool: Pool): Promise<Inspection> {
  const place = placeOf({ name: input.path })
  if (!input.refused) return gather(place, await pool.inspect(unitOf(input)))
  return gather(place, [
    { kind: 'gap', cause: 'unreadable', place, detail: { code: refusals[input.refused] } },
  ])
}

function unitOf(input: Input): Unit {
  return {
    path: input.path,
    file: input.file,
    folder: input.folder,
    inspectedWhole: input.posting !== null,
    ...(input.bytes && { bytes: input.bytes }),
  }
}
