/** Run by the build: checks the rules that come with secscan and keeps them ready for use. */
import { keep } from './kept.js'
import { coreRules, readRules } from './load.js'

await keep(coreRules, await readRules())
