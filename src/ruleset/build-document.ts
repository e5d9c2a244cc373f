/** Rule files about whole documents → rules. */
import { UsageError } from '../errors.js'
import type { DocumentRule, RuleHead } from '../types.js'
import type { DocumentFile } from './schema.js'
import { keywordsFor, proveCheck, spellFor, type PackContext } from './spell.js'

export function buildDocument(raw: DocumentFile, head: RuleHead, around: PackContext): DocumentRule {
  const spell = spellFor(around, false)
  const clues = raw.clues.map((clue, index) => {
    const { pattern, keywords, digits, value, within, check, most = 1, least = 0, ...rest } = clue
    const words = keywordsFor(keywords, pattern, around)
    if (check) proveCheck(check, around.file)
    const wakes = index === 0 || clue.within === 'document'
    if (wakes && words.length === 0 && !digits) {
      throw new UsageError({ code: 'rules.no-keywords', args: { file: around.file, name: clue.name } })
    }
    return {
      ...rest,
      most,
      least,
      pattern: spell(pattern),
      keywords: words,
      ...(digits ? { digits } : {}),
      ...(value ? { value: spell(value) } : {}),
      ...(within ? { within } : {}),
      ...(check ? { check } : {}),
    }
  })
  return { ...head, family: 'document', clues, bars: raw.bars ?? around.weights.bars }
}
