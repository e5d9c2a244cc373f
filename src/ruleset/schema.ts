/** The only truth about rule files: what may stand in them. Everything is strict; an unknown key is an error. */
import { z } from 'zod'
import { carriers, hidings, parts, shownKinds, standings } from './vocabulary.js'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const level = z.enum(['block', 'review', 'note'])
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens')

const standing = z.enum(standings)

const shown = z.enum(shownKinds)

const beside = z.strictObject({
  pattern: z.string().min(1),
  within: z.enum(['row', 'near', 'above', 'below', 'page']),
  weight: z.number(),
  required: z.boolean().optional(),
  check: name.optional(),
})

const example = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    at: z.enum(carriers).optional(),
    level: level.optional(),
    today: z.string().optional(),
  }),
])

const head = {
  id: name,
  level,
  title: bilingual,
  why: bilingual,
  basis: bilingual.optional(),
  /** The name of a text in advice.yaml, or the text itself. */
  advice: z.union([name, bilingual]),
  examples: z.strictObject({ hit: z.array(example).min(1), miss: z.array(example).min(1) }),
}

/** Words joined by `|`. */
const words = z
  .string()
  .min(2)
  .transform((text) => text.split('|').map((word) => word.trim()))

const form = z.strictObject({
  name,
  pattern: z.string().min(1),
  keywords: words.optional(),
  digits: z.number().int().min(4).optional(),
  shows: z.array(shown).min(1),
  strength: z.number(),
  level: level.optional(),
  needs: z.array(standing).optional(),
  ignores: z.array(standing).optional(),
  bounded: z.enum(['start', 'end', 'both']).optional(),
  value: z.string().min(1).optional(),
  beside: z.array(beside).optional(),
})

export const weights = z.strictObject(
  Object.fromEntries(standings.map((one) => [one, z.number()])) as Record<
    (typeof standings)[number],
    z.ZodNumber
  >,
)
const bars = z.strictObject({ block: z.number(), review: z.number() })

export const cues = z.strictObject({
  companions: z.string(),
  labels: z.string(),
  peers: z.string(),
  example: z.string(),
  introduction: z.string(),
  explained: z.string(),
  numbering: z.string(),
  topic: z.string(),
  officialHead: z.string(),
  copyNumber: z.string(),
  title: z.string(),
  menu: z.string(),
})

const mark = z.strictObject({
  ...head,
  family: z.literal('mark'),
  /** Traditional characters are read as the simplified ones of the patterns. */
  traditional: z.boolean().optional(),
  forms: z.array(form).min(1),
  weights: weights.partial().optional(),
  bars: bars.optional(),
  beside: z.array(beside).optional(),
  cues: cues.partial().optional(),
})

const pattern = z.strictObject({
  ...head,
  family: z.literal('pattern'),
  pattern: z.string().min(1),
  keywords: words.optional(),
  digits: z.number().int().min(4).optional(),
  check: name.optional(),
  mask: z.enum(['identity', 'phone', 'card']).optional(),
  except: z.array(z.string().min(1)).optional(),
  named: z.string().min(1).optional(),
  lowered: z.strictObject({ pattern: z.string().min(1), level }).optional(),
})

/** Rules that match no text are proved by the names they answer to. */
const { examples, ...wordless } = head
const remark = z.strictObject({
  ...wordless,
  family: z.literal('remark'),
  remarks: z.array(name).min(1),
})
const pixels = z.strictObject({
  ...wordless,
  family: z.literal('pixels'),
  kinds: z.array(name).min(1),
  where: z.enum(['marking-area', 'elsewhere']).optional(),
  firmHead: z.string().min(1).optional(),
  doubtful: z
    .strictObject({ below: z.number().min(0).max(1), level, inLine: z.number().min(0).max(1).optional() })
    .optional(),
  lowered: z.strictObject({ pattern: z.string().min(1), level }).optional(),
})
const headTells = z.strictObject({
  ...wordless,
  family: z.literal('head'),
  alone: level,
  words: z.strictObject({
    organ: z.string().min(1),
    number: z.string().min(1),
    copyNumber: z.string().min(1),
    urgency: z.string().min(1),
    level: z.string().min(1),
    telegram: z.string().min(1),
    telegramField: z.string().min(1),
  }),
})
const sight = z.strictObject({
  ...wordless,
  family: z.literal('sight'),
  sights: z.array(z.enum(['visible', 'hidden', 'covered', 'recovered'])).min(1),
  hiddenBy: z.array(z.enum(hidings)).optional(),
  parts: z.array(z.enum(parts)).min(1).optional(),
  fitted: z.boolean().optional(),
  except: z.string().min(1).optional(),
  least: z.number().int().min(1),
  examples,
})

const document = z.strictObject({
  ...head,
  family: z.literal('document'),
  clues: z
    .array(
      z.strictObject({
        name,
        pattern: z.string().min(1),
        keywords: words.optional(),
        digits: z.number().int().min(4).optional(),
        value: z.string().min(1).optional(),
        weight: z.number(),
        /** How often it is counted; 1 when absent. */
        most: z.number().int().min(1).optional(),
        /** How often it must be found; 0 when absent. */
        least: z.number().int().min(0).optional(),
        within: z.enum(['head', 'document']).optional(),
        check: name.optional(),
      }),
    )
    .min(1),
  bars: bars.optional(),
})

export const ruleFiles = { mark, pattern, remark, pixels, head: headTells, sight, document } as const

const macro = z.union([
  z.string().min(1),
  z.strictObject({ pattern: z.string().min(1), keywords: words.optional() }),
])

export const grammarFile = z.strictObject({
  macros: z.record(z.string().regex(/^[A-Z][A-Z_]{2,}$/), macro),
  cues,
})
export const weightsFile = z.strictObject({ weights, bars })
export const adviceFile = z.record(name, bilingual)

export const indexFile = z.strictObject({
  grammar: z.string().optional(),
  weights: z.string().optional(),
  advice: z.string().optional(),
  packs: z.record(
    name,
    z.strictObject({
      title: bilingual,
      version: z.string().regex(/^\d+\.\d+\.\d+$/),
      date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      /** False: only with `--pack`. */
      default: z.boolean(),
      rules: z.array(z.string().min(1)).min(1),
    }),
  ),
})

export type RuleFile = z.infer<(typeof ruleFiles)[keyof typeof ruleFiles]>
export type MarkFile = z.infer<typeof mark>
export type PixelFile = z.infer<typeof pixels>
export type HeadFile = z.infer<typeof headTells>
export type SightFile = z.infer<typeof sight>
export type PatternFile = z.infer<typeof pattern>
export type DocumentFile = z.infer<typeof document>
export type GrammarFile = z.infer<typeof grammarFile>
export type WeightsFile = z.infer<typeof weightsFile>
export type Example = z.infer<typeof example>
