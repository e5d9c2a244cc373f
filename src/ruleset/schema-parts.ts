/** Pieces that rule files of every family are made of. */
import { z } from 'zod'
import { carriers, standings } from './vocabulary.js'

export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export const level = z.enum(['block', 'review', 'note'])
export const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens')

export const beside = z.strictObject({
  pattern: z.string().min(1),
  within: z.enum(['row', 'near', 'above', 'below', 'page']),
  weight: z.number(),
  required: z.boolean().optional(),
  check: name.optional(),
})

export const example = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    at: z.enum(carriers).optional(),
    level: level.optional(),
    today: z.string().optional(),
  }),
])

export const head = {
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
export const words = z
  .string()
  .min(2)
  .transform((text) => text.split('|').map((word) => word.trim()))

export const weights = z.strictObject(
  Object.fromEntries(standings.map((one) => [one, z.number()])) as Record<
    (typeof standings)[number],
    z.ZodNumber
  >,
)
export const bars = z.strictObject({ block: z.number(), review: z.number() })

export const cues = z.strictObject({
  companions: z.string(),
  handling: z.string(),
  labels: z.string(),
  peers: z.string(),
  example: z.string(),
  lesson: z.string(),
  introduction: z.string(),
  explained: z.string(),
  numbering: z.string(),
  topic: z.string(),
  officialHead: z.string(),
  copyNumber: z.string(),
  title: z.string(),
  menu: z.string(),
})

export type Example = z.infer<typeof example>
