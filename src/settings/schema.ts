/** The only truth about secscan.yaml and policy files: what may stand in them. An unknown key is an error. */
import { z } from 'zod'
import type { Setting } from './kinds.js'
import { settings } from './table.js'

const count = z.number().int().positive()
const sentence = z.string().trim().min(1)
/** 2026-12-31; a day that does not exist is none. */
const day = z.iso.date()

const ruleSetting = z.strictObject({
  level: z
    .enum(['block', 'review', 'note', 'off'])
    .describe('The highest level the rule may reach; off: the rule is not run.'),
  reason: sentence.optional().describe('Why. Needed where a rule that comes with secscan is lowered.'),
  by: sentence
    .optional()
    .describe('Who answers for it. Needed where a rule that comes with secscan is lowered.'),
})

export const waiver = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/, '16 digits 0-9a-f, as reports show them')
    .describe('Id of the finding or gap. It ends with the document: other bytes, another id.'),
  basis: sentence.optional().describe('The written decision it rests on. Needed to waive a mark.'),
  reason: sentence,
  by: sentence.describe('Who answers for it.'),
  until: day.describe('The last day on which it counts.'),
  note: sentence.optional().describe('For readers; never matched on.'),
})

const publisher = z.strictObject({
  organs: z.array(sentence).describe('Names of the organ that publishes; papers of others need consent.'),
})

const personal = z.strictObject({
  strict: z
    .boolean()
    .describe('Mobile numbers that no label calls a contact block, instead of asking a person.'),
})

/** What a file may say of a setting of the table. */
function valueOf({ kind, choices, help }: Setting): z.ZodType {
  const plain = {
    choice: () => z.enum(choices as [string, ...string[]]),
    count: () => count,
    word: () => sentence,
    switch: () => z.boolean(),
    list: () => z.array(sentence),
  }[kind]()
  return plain.optional().describe(help.en)
}

/** Settings of the table that stand at the top of a file, or in one of its groups. */
function settingsIn(group: string): Record<string, z.ZodType> {
  const inside = settings.flatMap(([, setting]) => {
    const steps = setting.path?.split('.') ?? []
    const key = steps.pop()
    return key !== undefined && steps.join('.') === group ? [[key, valueOf(setting)] as const] : []
  })
  return Object.fromEntries(inside)
}

const limits = z.strictObject(settingsIn('limits'))

export const settingsFile = z.strictObject({
  ...settingsIn(''),
  limits: limits.optional(),
  contact: sentence.optional().describe('Printed with the advice: whom to call.'),
  publisher: publisher.optional(),
  personal: personal.optional(),
  rules: z.record(z.string(), ruleSetting).optional().describe('Levels by rule id.'),
  waivers: z.array(waiver).optional().describe('Findings and gaps that somebody answers for.'),
})

/** Settings of the table stand beside these by their paths. */
export interface SettingsFile {
  readonly contact?: string | undefined
  readonly publisher?: z.infer<typeof publisher> | undefined
  readonly personal?: z.infer<typeof personal> | undefined
  readonly rules?: Readonly<Record<string, z.infer<typeof ruleSetting>>> | undefined
  readonly waivers?: readonly z.infer<typeof waiver>[] | undefined
}

/** For the hint at a mistyped key. */
export const settingsKeys: readonly string[] = [
  settingsFile,
  limits,
  ruleSetting,
  waiver,
  publisher,
  personal,
].flatMap((schema) => Object.keys(schema.shape))
