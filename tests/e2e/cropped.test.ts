/** What a document crops away from its pictures is read, and told as something nobody sees. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fixtures, report } from './run.js'

const cases = readdirSync(fixtures).filter((name) => /^cropped-(?!clean)/.test(name))

describe('a mark that a document crops away from its picture', () => {
  test.each(cases)('%s: is found as hidden', async (name) => {
    const { json } = await report([`${name}/附件.${name.replace('cropped-', '')}`])
    const marks = json.inputs.flatMap(({ findings }) => findings).filter(({ level }) => level === 'block')
    expect(marks.map(({ rule, sight, channel }) => [rule, sight, channel])).toEqual([
      ['state-secret-mark', 'hidden', 'ocr'],
    ])
  })
})
