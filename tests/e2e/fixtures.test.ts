import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtures, report } from './run.js'

interface Expected {
  readonly args: readonly string[]
  readonly exit: number
  readonly verdict: 'publish' | 'block'
  readonly rules: readonly string[]
  readonly gaps: readonly string[]
  readonly what: string
}
const cases = readdirSync(fixtures).map((name) => {
  const expected = JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8')) as Expected
  return [name, expected] as const
})

describe.each(cases)('%s', (name, expected) => {
  it(`is judged as it must be: ${expected.what}`, async () => {
    const { code, json } = await report(expected.args, { cwd: join(fixtures, name) })
    const rules = json.inputs.flatMap(({ findings }) =>
      findings.filter(({ level }) => level === 'block').map(({ rule }) => rule),
    )
    const gaps = json.inputs.flatMap((input) => input.gaps.map(({ cause }) => cause))
    expect({
      code,
      verdict: json.verdict,
      rules: [...new Set(rules)].sort(),
      gaps: [...new Set(gaps)].sort(),
    }).toEqual({
      code: expected.exit,
      verdict: expected.verdict,
      rules: [...expected.rules].sort(),
      gaps: [...expected.gaps].sort(),
    })
  })
})
