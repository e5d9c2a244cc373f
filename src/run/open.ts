/** One run: settings, rules, levels, waivers and processes put together once, for the command, programs and services alike. */
import { availableParallelism } from 'node:os'
import { gather, type Gathered } from '../gather.js'
import type { Input } from '../inputs/index.js'
import { judge, type Waivers } from '../judge/index.js'
import type { PhraseCode } from '../phrases/index.js'
import { placeOf } from '../place.js'
import { openPool, type Pool } from '../pool/index.js'
import type { Reached } from '../pool/file.js'
import type { Unit } from '../pool/messages.js'
import type { Quoted } from '../report/reporter.js'
import { scan, type ScanOptions } from '../scan.js'
import type { Settings } from '../settings/index.js'
import type { LevelledRuleset } from '../settings/levels.js'
import { localDay } from './day.js'
import { rulesFor } from './rules.js'
import { setupFor, workerLimits } from './setup.js'

/** The world a run stands in; tests and services hand in their own. */
export interface Host {
  readonly now: () => Date
  /** Errors of child processes are let through to stderr. */
  readonly debug?: boolean
  /** Name of the first file, so that its reader is loaded early. */
  readonly first?: string
}

/** What may differ from file to file within one run. */
export interface PerFile {
  /** ISO date to judge by; the day of `--today` or of the clock when absent. */
  readonly day?: string
  /** Names of the organ that publishes; those of the settings when absent. */
  readonly organs?: readonly string[]
  /** Excerpts carry unseen text; as the settings say when absent. */
  readonly reveal?: boolean
  /** Pictures of the places of findings; none when absent. */
  readonly pictures?: 'strip' | 'page'
  /** Ends the inspection; what was not seen by then is a gap. */
  readonly signal?: AbortSignal
  /** Hears how far a file has come, page by page. */
  readonly onReached?: (input: Input, reached: Reached) => void
  /** Asked with the SHA-256 of the file before it is inspected; true: only its name is. */
  readonly isKnown?: (hash: string) => Promise<boolean>
}

export interface Run {
  readonly settings: Settings
  readonly rules: LevelledRuleset
  /** Files under way at once. */
  readonly jobs: number
  /** ISO date that files are judged by unless they say otherwise. */
  readonly day: string
  /** What is known of a file before anyone judges it. Never rejects for what is wrong with the file: that is a gap. */
  inspect(input: Input, how?: PerFile): Promise<Gathered>
  judge(gathered: Gathered, how?: PerFile): Quoted
  check(input: Input, how?: PerFile): Promise<Quoted>
  /** Results in input order; memory stays flat however many inputs come. */
  scan(inputs: AsyncIterable<Input>, how?: PerFile & Pick<ScanOptions, 'onStart'>): AsyncGenerator<Quoted>
  /** What the OCR engine said of itself, once a page needed it. */
  readonly ocr: Pool['ocr']
  /** The most memory any of the processes held, in bytes, as far as they told. */
  readonly peak: number
  /** Ends the processes; what is under way is lost. */
  close(): void
}

const MOST_JOBS = 4

/** Throws UsageError for rules, levels or waivers that do not hold together. The processes start at once. */
export async function openRun(settings: Settings, host: Host): Promise<Run> {
  const { options } = settings
  const loading = rulesFor(settings)
  const jobs = options.jobs ?? Math.min(MOST_JOBS, availableParallelism())
  const pool = openPool({
    setup: loading.then((levelled) => setupFor(settings, levelled, host.debug === true)),
    jobs,
    limits: workerLimits(options),
    debug: host.debug === true,
    first: host.first ?? '',
  })
  try {
    return runOver(pool, settings, await loading, jobs, host)
  } catch (error) {
    pool.close()
    throw error
  }
}

function runOver(pool: Pool, settings: Settings, rules: LevelledRuleset, jobs: number, host: Host): Run {
  const { options } = settings
  const waivers = waiversOf(settings, rules)
  const day = options.today ?? localDay(host.now())
  const inspect: Run['inspect'] = async (input, how = {}) => {
    const place = placeOf({ name: input.path })
    if (input.refused) return gather(place, [refusal(input.refused, place)])
    const reveal = how.reveal ?? options.reveal
    let hash = ''
    const isKnown = how.isKnown && ((told: string) => how.isKnown!((hash = told)))
    const asked = {
      ...(isKnown && { isKnown }),
      ...(how.signal && { signal: how.signal }),
      ...reachedBy(input, how),
    }
    return gather(place, await pool.inspect(unitOf(input, { ...how, reveal }), asked), hash)
  }
  const judgeOne: Run['judge'] = ({ inspection, naming, excerpts }, how = {}) => {
    const { organs = settings.organs } = how
    const terms = { day: how.day ?? day, organs, strict: options.strict, waivers }
    return { ...judge(inspection, terms, naming), excerpts }
  }
  const check: Run['check'] = async (input, how) => judgeOne(await inspect(input, how), how)
  return {
    settings,
    rules,
    jobs,
    day,
    inspect,
    judge: judgeOne,
    check,
    scan: (inputs, { onStart, ...how } = {}) =>
      scan(inputs, (input) => check(input, how), { window: jobs * 2, ...(onStart && { onStart }) }),
    get ocr() {
      return pool.ocr
    },
    get peak() {
      return pool.peak
    },
    close: () => pool.close(),
  }
}

const reachedBy = (input: Input, { onReached }: PerFile) =>
  onReached ? { onReached: (reached: Reached) => onReached(input, reached) } : {}

function waiversOf({ waivers }: Settings, { ruleset }: LevelledRuleset): Waivers | null {
  if (waivers.length === 0) return null
  const marks = ruleset.rules.filter(({ family }) => family === 'mark').map(({ id }) => id)
  return { byId: new Map(waivers.map((waiver) => [waiver.id, waiver])), marks: new Set(marks) }
}

const refusals = {
  link: 'scan.link',
  special: 'scan.special',
  unlistable: 'scan.unlistable',
} as const satisfies Record<NonNullable<Input['refused']>, PhraseCode>

const refusal = (why: NonNullable<Input['refused']>, place: ReturnType<typeof placeOf>) =>
  ({ kind: 'gap', cause: 'unreadable', place, detail: { code: refusals[why] } }) as const

function unitOf(input: Input, { reveal, pictures, isKnown }: PerFile): Unit {
  return {
    path: input.path,
    file: input.file,
    folder: input.folder,
    inspectedWhole: input.posting !== null,
    ...(input.bytes && { bytes: input.bytes }),
    ...(reveal && { reveal }),
    ...(pictures && { pictures }),
    ...(isKnown && { asks: true }),
  }
}
