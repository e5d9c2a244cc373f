/** The check for repeated stretches finds what is repeated, and nothing else. */
import { expect, it } from 'vitest'
import { equalStretches } from './equal-lines.js'

const six = ['a()', 'b()', 'c()', 'd()', 'e()', 'f()']
const file = (name: string, lines: readonly string[]) => ({ name, text: lines.join('\n') })

it('finds six lines that stand in two files, once', () => {
  const other = ['x()', ...six.map((line) => `  ${line}`), 'y()']
  expect(equalStretches([file('one', [...six, 'z()']), file('other', other)], 6)).toEqual(['one:1 other:2'])
})

it('finds them twice in one file', () => {
  expect(equalStretches([file('one', [...six, 'x()', ...six])], 6)).toEqual(['one:1 one:8'])
})

it('passes over blank lines, comments, imports and brackets', () => {
  const thin = six.flatMap((line) => [line, '', '// why', '}'])
  const imports = ["import { a } from './a.js'", 'import {', '  b,', '  c,', "} from './b.js'"]
  expect(equalStretches([file('one', six), file('other', thin)], 6)).toEqual(['one:1 other:1'])
  expect(equalStretches([file('one', imports), file('other', imports)], 2)).toEqual([])
})

it('takes five equal lines, or six in another order', () => {
  expect(equalStretches([file('one', six), file('other', six.slice(1))], 6)).toEqual([])
  expect(equalStretches([file('one', six), file('other', six.toReversed())], 6)).toEqual([])
})
