/** The schemas that editors check rule files by accept what is shipped, and refuse what is misspelt. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { home } from '../../src/home.js'
import { families } from '../../src/match/families/index.js'
import { readRules } from '../../src/ruleset/load.js'
import { ruleFiles } from '../../src/ruleset/schema.js'
import { ruleTemplate } from '../../src/ruleset/template.js'
import { complaint, folderWith } from '../settings/folders.js'

const schema = JSON.parse(await readFile(join(home, 'schemas/rule.schema.json'), 'utf8'))
const accepts = new Ajv2020({ strict: false }).compile(schema)
const folders = ['core', 'files', 'foreign', 'military', 'personal', 'tw']
const shipped = await Promise.all(
  folders.map(async (folder) =>
    (await readdir(join(home, 'rules', folder))).map((name) => join(folder, name)),
  ),
)

describe('the published schema of rule files', () => {
  it.each(shipped.flat())('accepts %s', async (file) => {
    accepts(parse(await readFile(join(home, 'rules', file), 'utf8')))
    expect(accepts.errors).toBeNull()
  })

  it('accepts the template', () => {
    accepts(parse(ruleTemplate('my-rule')))
    expect(accepts.errors).toBeNull()
  })

  it('knows every family', () => {
    expect(Object.keys(ruleFiles).toSorted()).toEqual(Object.keys(families).toSorted())
    const named = JSON.stringify(schema)
    for (const family of Object.keys(families)) expect(named).toContain(`"const":"${family}"`)
  })
})

describe('a misspelt word', () => {
  const words = { zh: '甲', en: 'a' }
  const head = { id: 'own', level: 'review', title: words, why: words, advice: words }
  const told = async (rule: object) => {
    const index = {
      packs: {
        own: { title: words, version: '1.0.0', date: '2026-01-01', default: true, rules: ['own.yaml'] },
      },
    }
    const folder = await folderWith({
      'own.yaml': JSON.stringify({ ...head, ...rule }),
      'index.yaml': JSON.stringify(index),
    })
    return complaint(() => readRules({ folders: [folder] }))
  }

  it.each([
    [{ family: 'pixels', kinds: ['boxx'] }, 'boxx, did you mean box?'],
    [{ family: 'remark', remarks: ['link-mising'] }, 'link-mising, did you mean link-missing?'],
  ])('%j is refused with the nearest', async (rule, words) => {
    expect(await told(rule)).toContain(words)
  })

  it('is no matter where it is none', async () => {
    expect(await told({ family: 'pixels', kinds: ['box'] })).toBe('no complaint')
  })
})
