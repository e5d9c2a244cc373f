/** The public API: the same scan the command runs, for programs that want to ask without a shell. */
export { nameInputs, type Input, type Named } from './inputs/index.js'
export { openPool, type Pool, type PoolOptions } from './pool/index.js'
export { loadRules, type RuleChoice, type Ruleset } from './ruleset/index.js'
export { scan, type ScanOptions } from './scan.js'
export { defaultLimits } from './budget.js'
export { addToTally, emptyTally, exitCode, type Tally } from './tally.js'
export type * from './types.js'
