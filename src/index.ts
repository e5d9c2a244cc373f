/**
 * secscan as a library: what the command does, without a shell.
 *
 * ```ts
 * const settings = await settingsFor({ strict: true }, { cwd: process.cwd(), env: process.env })
 * const run = await openRun(settings, { now: () => new Date() })
 * try {
 *   const named = await nameInputs(['notice.pdf'], process.cwd())
 *   for await (const { inspection, verdict } of run.scan(named.inputs)) console.log(inspection.hash, verdict)
 * } finally {
 *   run.close()
 * }
 * ```
 */
export { UsageError } from './errors.js'
export { nameInputs, type Excluded, type Input, type Named } from './inputs/index.js'
export { say } from './phrases/index.js'
export { reporters } from './report/index.js'
export {
  begin,
  type Ending,
  type PlainReporter,
  type Quoted,
  type QuotingReporter,
  type Report,
  type Reporter,
  type RunFacts,
  type Sink,
} from './report/reporter.js'
export { endingOf, factsOf } from './run/facts.js'
export { type Host, openRun, type PerFile, type Run } from './run/open.js'
export { type SettingsSource, settingsFor } from './run/settings.js'
export type { Gathered } from './gather.js'
export type { Flags, Options, Settings } from './settings/index.js'
export { type FileRecord, recordOf } from './store/record.js'
export { addToTally, emptyTally, exitCode, type Tally } from './tally.js'
export type * from './types.js'
