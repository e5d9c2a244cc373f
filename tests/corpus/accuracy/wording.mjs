/** The wording of each part: what its documents talk about, apart from the marks that must be found. */
import * as dev from './wording/dev.mjs'
import * as test from './wording/test.mjs'

const parts = { dev, test }

/** @param {'dev'|'test'} part */
export const wordingOf = (part) => parts[part]
