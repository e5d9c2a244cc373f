/** Rule files read, checked and made into plain rules. */
export { exampleOf, examplePages } from './example.js'
export { coreRules, loadRules, type RuleChoice, type Ruleset } from './load.js'
