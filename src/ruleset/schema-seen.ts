/** Rule files of the families that match what is seen instead of what is written. */
import { z } from 'zod'
import { head, level } from './schema-parts.js'
import { hidings, markKinds, parts, remarkNames } from './vocabulary.js'

/** Rules that match no text are proved by the names they answer to. */
const { examples, ...wordless } = head
export const remark = z.strictObject({
  ...wordless,
  family: z.literal('remark'),
  remarks: z.array(z.enum(remarkNames)).min(1),
})
export const pixels = z.strictObject({
  ...wordless,
  family: z.literal('pixels'),
  kinds: z.array(z.enum(markKinds)).min(1),
  where: z.enum(['marking-area', 'elsewhere']).optional(),
  firmHead: z.string().min(1).optional(),
  needsTell: z.boolean().optional(),
  doubtful: z
    .strictObject({ below: z.number().min(0).max(1), level, inLine: z.number().min(0).max(1).optional() })
    .optional(),
  lowered: z.strictObject({ pattern: z.string().min(1), level }).optional(),
})
export const headTells = z.strictObject({
  ...wordless,
  family: z.literal('head'),
  alone: level,
  words: z.strictObject({
    organ: z.string().min(1),
    number: z.string().min(1),
    copyNumber: z.string().min(1),
    urgency: z.string().min(1),
    term: z.string().min(1),
    level: z.string().min(1),
    telegram: z.string().min(1),
    telegramField: z.string().min(1),
  }),
})
export const sight = z.strictObject({
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

export type PixelFile = z.infer<typeof pixels>
export type HeadFile = z.infer<typeof headTells>
export type SightFile = z.infer<typeof sight>
