/** The only truth about rule files: what may stand in them. Everything is strict; an unknown key is an error. */
import { z } from 'zod'
import { bars, beside, cues, head, level, name, weights, words } from './schema-parts.js'
import { headTells, pixels, remark, sight } from './schema-seen.js'
import { shownKinds, standings } from './vocabulary.js'

const standing = z.enum(standings)

const shown = z.enum(shownKinds)

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
  notNamed: z.string().min(1).optional(),
  besidePerson: z.string().min(1).optional(),
  folds: z.literal(true).optional(),
  asRead: z.string().min(1).optional(),
  lowered: z.strictObject({ pattern: z.string().min(1), level }).optional(),
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

export type RuleFile = z.infer<(typeof ruleFiles)[keyof typeof ruleFiles]>
export type MarkFile = z.infer<typeof mark>
export type PatternFile = z.infer<typeof pattern>
export type DocumentFile = z.infer<typeof document>
