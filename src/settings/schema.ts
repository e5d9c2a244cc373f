/** The only truth about secscan.yaml and policy files: what may stand in them. An unknown key is an error. */
import { z } from 'zod'

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

const limits = z.strictObject({
  timeout: count.optional().describe('Seconds a page may go without progress.'),
  memory: count.optional().describe('Megabytes per process.'),
  pages: count.optional().describe('Pages per file.'),
  parts: count.optional().describe('Embedded files per file.'),
  pixels: count.optional().describe('Pixels per picture.'),
  bytes: count.optional().describe('Unpacked bytes per file.'),
  ratio: count.optional().describe('How many times its size an archive may unpack to.'),
  depth: count.optional().describe('Levels of nesting.'),
})

export const settingsFile = z.strictObject({
  lang: z.enum(['zh', 'en']).optional().describe('Language of the report.'),
  format: z.enum(['text', 'json', 'html']).optional(),
  pictures: z.enum(['none', 'strip', 'page']).optional().describe('Pictures in the html report.'),
  strict: z.boolean().optional().describe('What a person must check blocks too.'),
  ocr: z.enum(['paddle', 'tesseract', 'off']).optional().describe('OCR engine.'),
  ocrBackend: z.enum(['native', 'wasm']).optional(),
  jobs: count.optional().describe('Processes at once.'),
  packs: z.array(sentence).optional().describe('Optional rule packs to switch on.'),
  ruleFolders: z
    .array(sentence)
    .optional()
    .describe('Folders with rules of your own; relative to this file.'),
  limits: limits.optional(),
  contact: sentence.optional().describe('Printed with the advice: whom to call.'),
  publisher: z
    .strictObject({
      organs: z.array(sentence).describe('Names of the organ that publishes; papers of others need consent.'),
    })
    .optional(),
  rules: z.record(z.string(), ruleSetting).optional().describe('Levels by rule id.'),
  waivers: z.array(waiver).optional().describe('Findings and gaps that somebody answers for.'),
})

export type SettingsFile = z.infer<typeof settingsFile>

/** For the hint at a mistyped key. */
export const settingsKeys: readonly string[] = [
  settingsFile,
  limits,
  ruleSetting,
  waiver,
  settingsFile.shape.publisher.unwrap(),
].flatMap((schema) => Object.keys(schema.shape))
