/** One run as the command line asks for it: inputs named, rules loaded, pool opened, report written. */
import { availableParallelism } from 'node:os'
import { UsageError } from '../errors.js'
import { assertNamed, type Input, type Named, nameInputs } from '../inputs/index.js'
import { openPool, type Pool } from '../pool/index.js'
import { reporters } from '../report/index.js'
import type { ReportStream, RunFacts } from '../report/stream.js'
import { loadRules, type Ruleset } from '../ruleset/index.js'
import { scan } from '../scan.js'
import { addToTally, emptyTally, exitCode, type Tally } from '../tally.js'
import type { Judged, Lang } from '../types.js'
import { toolVersion } from '../version.js'
import type { Options } from './options.js'
import type { Output } from './sink.js'
import { readStdin } from './stdin.js'

/** The world the command line runs in; tests hand in their own. */
export interface Io {
  readonly cwd: string
  readonly stdin: AsyncIterable<Uint8Array>
  readonly now: Date
  readonly debug: boolean
  /** Outputs to write the same report to; the first is the one `--format` names. */
  readonly outputs: readonly { readonly format: Options['format']; readonly output: Output }[]
  readonly onMissing: (path: string) => void
  readonly onStart: (input: Input, index: number, total: number) => void
}

const MOST_JOBS = 4

export async function run(options: Options, lang: Lang, io: Io): Promise<number> {
  const today = options.today ?? localDay(io.now)
  const loading = loadRules({ folders: options.rules, packs: options.packs })
  const pool = openPool({
    setup: loading.then((ruleset) => setupFor(options, ruleset, today, io.debug)),
    jobs: jobsFor(options),
    limits: { silence: options.timeout, memory: options.memory },
    debug: io.debug,
    first: options.paths[0] ?? '',
  })
  try {
    const [named, ruleset] = await Promise.all([findInputs(options, io), loading])
    for (const path of named.missing) io.onMissing(path)
    if (named.inputs.length === 0) return 2
    const tally = await report(named, pool, options, factsOf(named, ruleset, options, lang, today), io)
    return exitCode(tally, named.missing.length > 0)
  } finally {
    pool.close()
  }
}

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

function setupFor(options: Options, ruleset: Ruleset, today: string, debug: boolean) {
  const backend = options.ocrBackend ? { backend: options.ocrBackend } : {}
  return {
    rules: ruleset.rules,
    limits: options.limits,
    ocr: { engine: options.ocr, ...backend },
    today,
    debug,
    reveal: options.reveal,
    ...(options.format === 'html' && options.pictures !== 'none' && { pictures: options.pictures }),
  }
}

const jobsFor = (options: Options) => options.jobs ?? Math.min(MOST_JOBS, availableParallelism())

function factsOf(named: Named, ruleset: Ruleset, options: Options, lang: Lang, today: string): RunFacts {
  return {
    lang,
    today,
    strict: options.strict,
    reveal: options.reveal,
    tool: { name: 'secscan', version: toolVersion() },
    ruleset: {
      count: ruleset.rules.length,
      hash: ruleset.hash,
      packs: ruleset.packs.filter(({ on }) => on).map(({ name, version, date }) => ({ name, version, date })),
    },
    rules: new Map(ruleset.rules.map((rule) => [rule.id, rule])),
    inputs: named.inputs.length,
    excluded: named.excluded.map(({ path }) => path),
    missing: named.missing,
  }
}

/** Every output gets the same results: kept only as long as the slowest writer needs them. */
async function report(named: Named, pool: Pool, options: Options, facts: RunFacts, io: Io): Promise<Tally> {
  let tally = emptyTally
  const results = async function* (): AsyncGenerator<Judged> {
    const onStart = (input: Input, index: number) => io.onStart(input, index, named.inputs.length)
    for await (const judged of scan(named.inputs, pool, {
      strict: options.strict,
      window: jobsFor(options) * 2,
      onStart,
    })) {
      tally = addToTally(tally, judged, options.strict)
      yield judged
    }
  }
  const end = () => ({ tally, ocr: pool.ocr && { engine: options.ocr, ...pool.ocr } })
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
function withoutPictures({ inspection, verdict }: Judged): Judged {
  const findings = inspection.findings.map(({ picture: _picture, ...finding }) => finding)
  return { inspection: { ...inspection, findings }, verdict }
}

function localDay(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
