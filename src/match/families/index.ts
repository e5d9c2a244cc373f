/** The ways of matching; one file and one line here per family. */
import type { Rule } from '../../types.js'
import type { Matcher } from '../matcher.js'
import { compileDocument } from './document.js'
import { compileHead } from './head.js'
import { compileMark } from './mark.js'
import { compilePattern } from './pattern.js'
import { compilePixels } from './pixels.js'
import { compileRemark } from './remark.js'
import { compileSight } from './sight.js'

export const families: {
  readonly [F in Rule['family']]: (rule: Extract<Rule, { family: F }>) => Matcher
} = {
  mark: compileMark,
  pattern: compilePattern,
  remark: compileRemark,
  pixels: compilePixels,
  head: compileHead,
  sight: compileSight,
  document: compileDocument,
}

export function compileRule(rule: Rule): Matcher {
  const compile = families[rule.family] as (rule: Rule) => Matcher
  return compile(rule)
}
