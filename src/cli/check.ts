/** The check itself as the command line asks for it: inputs named, results pushed to the reports, exit code. */
import type { Readable } from 'node:stream'
import { UsageError } from '../errors.js'
import { ahead } from '../inputs/ahead.js'
import { type Input, type Named, nameInputs } from '../inputs/index.js'
import { readStdin } from '../inputs/stdin.js'
import { begin, type Quoted, type Report, type Reporter, type RunFacts } from '../report/reporter.js'
import { endingOf, factsOf } from '../run/facts.js'
import { type Host, openRun, type PerFile, type Run } from '../run/open.js'
import type { Options, Settings } from '../settings/index.js'
import { addToTally, emptyTally, exitCode, type Tally } from '../tally.js'
import type { Lang } from '../types.js'
import type { OutputSink } from './sink.js'

/** The world the command line runs in. */
export interface Io extends Host {
  readonly cwd: string
  readonly stdin: Readable
  /** Where the same results go, each in its own format. */
  readonly outputs: readonly { readonly reporter: Reporter; readonly output: OutputSink }[]
  /** What the check-up before the run found; absent: none was asked for. */
  readonly checkup?: RunFacts['checkup']
  readonly onMissing: (path: string) => void
  /** `total`: null while folders are still being walked. */
  readonly onStart: (input: Input, index: number, total: number | null) => void
  readonly onReached?: NonNullable<PerFile['onReached']>
}

/** Inputs known ahead of the one being inspected: how many there are shows early, and a site is never held as a list (600 bytes each). */
const AHEAD = 2_000

export async function check(
  paths: readonly string[],
  settings: Settings,
  lang: Lang,
  io: Io,
): Promise<number> {
  const opening = openRun(settings, { ...io, first: paths[0] ?? '' })
  const naming = findInputs(paths, settings.options, io)
  const [run, named] = await bothOf(opening, naming)
  try {
    for (const path of named.missing) io.onMissing(path)
    const inputs = ahead(named.inputs, AHEAD)
    const first = await inputs.peek(2)
    if (first.length === 0 && named.missing.length === 0) throw new UsageError({ code: 'cli.no-inputs' })
    if (first.length === 0) return 2
    const around = { lang, several: first.length > 1, missing: named.missing, ...checkedUp(io) }
    const reports = await Promise.all(
      io.outputs.map(({ reporter, output }) => begin(reporter, factsOf(run, around), output)),
    )
    const onStart = (input: Input, index: number) => io.onStart(input, index, inputs.total)
    const results = run.scan(inputs, { ...perFile(io, settings.options), onStart })
    const tally = await push(results, reports, settings.options)
    for (const report of reports) await report.end(endingOf(run, tally, named.excluded.map(({ path }) => path))) // prettier-ignore
    return exitCode(tally, named.missing.length > 0)
  } finally {
    run.close()
  }
}

/** Where the inputs cannot be named, the processes that started meanwhile are ended. */
async function bothOf(opening: Promise<Run>, naming: Promise<Named>): Promise<readonly [Run, Named]> {
  try {
    return await Promise.all([opening, naming])
  } catch (error) {
    await opening.then((run) => run.close()).catch(() => undefined)
    throw error
  }
}

const checkedUp = ({ checkup }: Io) => (checkup ? { checkup } : {})

function perFile({ outputs, onReached }: Io, { pictures }: Options): PerFile {
  const isShown = outputs.some(({ reporter }) => reporter.pictures) && pictures !== 'none'
  return { ...(isShown && { pictures }), ...(onReached && { onReached }) }
}

async function push(
  results: AsyncIterable<Quoted>,
  reports: readonly Report<Quoted>[],
  { strict }: Options,
): Promise<Tally> {
  let tally = emptyTally
  for await (const quoted of results) {
    tally = addToTally(tally, quoted, strict)
    for (const report of reports) await report.add(quoted)
  }
  return tally
}

async function findInputs(paths: readonly string[], { stdinName }: Options, io: Io): Promise<Named> {
  if (paths.length === 0) throw new UsageError({ code: 'cli.no-inputs' })
  const named = await nameInputs(
    paths.filter((path) => path !== '-'),
    io.cwd,
  )
  if (!paths.includes('-')) return named
  const piped = await readStdin(io.stdin, stdinName, io.cwd)
  return { ...named, inputs: followedBy(named.inputs, piped) }
}

async function* followedBy(inputs: AsyncIterable<Input>, last: Input): AsyncGenerator<Input> {
  yield* inputs
  yield last
}
