/** The schemas of rule files and settings as JSON Schema, for editors that complete and check while one types. */
import { z } from 'zod'
import { ruleFiles } from '../ruleset/schema.js'
import { indexFile } from '../ruleset/schema-files.js'
import { settingsFile } from '../settings/schema.js'

const titles = {
  rule: 'A secscan rule file',
  'rules-index': 'index.yaml of a folder of secscan rules',
  secscan: 'secscan.yaml and secscan policies',
} as const
export type SchemaName = keyof typeof titles

const [first, ...others] = Object.values(ruleFiles)
/** Of the registry, so that none is left out. */
const everyFamily = [first!, ...others] as const

const sources: Readonly<Record<SchemaName, z.ZodType>> = {
  rule: z.discriminatedUnion('family', everyFamily),
  'rules-index': indexFile,
  secscan: settingsFile,
}

export const schemaNames = Object.keys(titles) as SchemaName[]

/** What may be written, before secscan makes its own shapes of it (draft 2020-12). */
export function jsonSchema(name: SchemaName): object {
  return { title: titles[name], ...z.toJSONSchema(sources[name], { io: 'input' }) }
}
