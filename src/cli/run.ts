/** One run as the command line asks for it: inputs named, rules loaded, pool opened, report written. */
import { availableParallelism } from 'node:os'
import { UsageError } from '../errors.js'
import { assertNamed, type Input, type Named, nameInputs } from '../inputs/index.js'
import { openPool, type Pool } from '../pool/index.js'
import { reporters } from '../report/index.js'
import type { ReportStream, RunFacts } from '../report/stream.js'
import type { Strictness } from '../judge/index.js'
import { scan } from '../scan.js'
import { addToTally, emptyTally, exitCode, staleWaivers, type Tally } from '../tally.js'
import type { Judged, Lang } from '../types.js'
import type { Options } from './options.js'
import { factsFor, type Prepared, rulesFor, setupFor, strictnessFor } from './prepare.js'
import type { Output } from './sink.js'
import { readStdin } from './stdin.js'
import { localDay } from './today.js'

/** The world the command line runs in; tests hand in their own. */
export interface Io {
  readonly cwd: string
  readonly stdin: AsyncIterable<Uint8Array>
  readonly now: Date
  readonly debug: boolean
  /** Outputs to write the same report to; the first is the one `--format` names. */
  readonly outputs: readonly { readonly format: Options['format']; readonly output: Output }[]
  /** What the check-up before the run found; absent: none was asked for. */
  readonly checkup?: RunFacts['checkup']
  readonly onMissing: (path: string) => void
  readonly onStart: (input: Input, index: number, total: number) => void
}

const MOST_JOBS = 4

export async function run(prepared: Prepared, lang: Lang, io: Io): Promise<number> {
  const { options } = prepared
  const today = options.today ?? localDay(io.now)
  const loading = rulesFor(prepared)
  const pool = openPool({
    setup: loading.then((levelled) => setupFor(prepared, levelled, today, io.debug)),
    jobs: jobsFor(options),
    limits: { silence: options.timeout, memory: options.memory },
    debug: io.debug,
    first: options.paths[0] ?? '',
  })
  try {
    const [named, levelled] = await Promise.all([findInputs(options, io), loading])
    for (const path of named.missing) io.onMissing(path)
    if (named.inputs.length === 0) return 2
    const facts = { ...factsFor(prepared, levelled, named, { lang, today }), ...checkedUp(io) }
    const tally = await report(named, pool, prepared, facts, strictnessFor(prepared, levelled, today), io)
    return exitCode(tally, named.missing.length > 0)
  } finally {
    pool.close()
  }
}

const checkedUp = ({ checkup }: Io) => (checkup ? { checkup } : {})

async function findInputs(options: Options, io: Io): Promise<Named> {
  const named = await nameInputs(
    options.paths.filter((path) => path !== '-'),
    io.cwd,
  )
  const piped = options.paths.includes('-') ? [await readStdin(io.stdin, options.stdinName, io.cwd)] : []
  const all = { ...named, inputs: [...named.inputs, ...piped] }
  assertNamed(all)
  return all
}

const jobsFor = (options: Options) => options.jobs ?? Math.min(MOST_JOBS, availableParallelism())

/** The first output is written as results come; the others, if any, from what is kept until the end of the run. */
async function report(
  named: Named,
  pool: Pool,
  { options, settings }: Prepared,
  facts: RunFacts,
  strictness: Strictness,
  io: Io,
): Promise<Tally> {
  let tally = emptyTally
  const results = async function* (): AsyncGenerator<Judged> {
    const onStart = (input: Input, index: number) => io.onStart(input, index, named.inputs.length)
    for await (const judged of scan(named.inputs, pool, {
      ...strictness,
      window: jobsFor(options) * 2,
      onStart,
    })) {
      tally = addToTally(tally, judged, options.strict)
      yield judged
    }
  }
  const end = () => ({
    tally,
    ocr: pool.ocr && { engine: options.ocr, ...pool.ocr },
    stale: staleWaivers(settings.waivers, tally, facts.today),
  })
  const [first, ...others] = io.outputs
  if (!first) throw new UsageError({ code: 'cli.no-inputs' })
  const kept: Judged[] = []
  const tee = async function* () {
    for await (const judged of results()) {
      if (others.length > 0) kept.push(withoutPictures(judged))
      yield judged
    }
  }
  await write({ facts, results: tee(), end }, first)
  for (const other of others) await write({ facts, results: replay(kept), end }, other)
  return tally
}

async function write(stream: ReportStream, { format, output }: Io['outputs'][number]): Promise<void> {
  const reporter = await reporters[format]()
  await reporter.write(stream, output)
}

async function* replay(kept: readonly Judged[]): AsyncGenerator<Judged> {
  yield* kept
}

/** The other outputs show none; held until the end of the run, pictures would fill the memory. */
function withoutPictures(judged: Judged): Judged {
  const { inspection } = judged
  const findings = inspection.findings.map(({ picture: _picture, ...finding }) => finding)
  return { ...judged, inspection: { ...inspection, findings } }
}
