/** The files beside the rules: grammar, weights, advice, and the index that lists them all. */
import { z } from 'zod'
import { bars, bilingual, cues, name, weights, words } from './schema-parts.js'

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

export type GrammarFile = z.infer<typeof grammarFile>
export type WeightsFile = z.infer<typeof weightsFile>
