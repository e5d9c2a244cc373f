/** Every file that is made from rules, settings and schemas, with its text; a test holds the files against it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { home } from '../home.js'
import { readRules } from '../ruleset/load.js'
import { jsonSchema, schemaNames } from './json-schema.js'
import { type Handbook, handbookMarkdown } from './markdown.js'
import { withSettings } from './settings.js'

export async function generated(): Promise<ReadonlyMap<string, string>> {
  const handbook = await everyRule()
  return new Map([
    ['docs/rules.zh-CN.md', handbookMarkdown(handbook, 'zh')],
    ['docs/rules.md', handbookMarkdown(handbook, 'en')],
    ['docs/settings.zh-CN.md', withSettings(await written('docs/settings.zh-CN.md'), 'zh')],
    ['docs/settings.md', withSettings(await written('docs/settings.md'), 'en')],
    ...schemaNames.map(
      (name) => [`schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema(name), null, 2)}\n`] as const,
    ),
  ])
}

const written = (path: string) => readFile(join(home, path), 'utf8')

async function everyRule(): Promise<Handbook> {
  const { packs } = await readRules()
  const { rules, examples } = await readRules({ packs: packs.map(({ name }) => name) })
  return {
    packs,
    chapters: rules.map((rule) => ({ rule, reach: rule.level, examples: examples.get(rule.id) ?? null })),
  }
}
