/** Every file that is made from the rules and schemas, with its text; a test holds the files against it. */
import { readRules } from '../ruleset/load.js'
import { jsonSchema, schemaNames } from './json-schema.js'
import { type Handbook, handbookMarkdown } from './markdown.js'

export async function generated(): Promise<ReadonlyMap<string, string>> {
  const handbook = await everyRule()
  return new Map([
    ['docs/rules.zh-CN.md', handbookMarkdown(handbook, 'zh')],
    ['docs/rules.md', handbookMarkdown(handbook, 'en')],
    ...schemaNames.map(
      (name) => [`schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema(name), null, 2)}\n`] as const,
    ),
  ])
}

async function everyRule(): Promise<Handbook> {
  const { packs } = await readRules()
  const { rules, examples } = await readRules({ packs: packs.map(({ name }) => name) })
  return {
    packs,
    chapters: rules.map((rule) => ({ rule, reach: rule.level, examples: examples.get(rule.id) ?? null })),
  }
}
