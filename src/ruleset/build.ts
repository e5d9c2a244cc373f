/** A checked rule file → a Rule: pieces put in, advice looked up, patterns proved to compile. */
import { UsageError } from '../errors.js'
import { nearest } from '../nearest.js'
import type { Beside, Cues, Form, MarkRule, PatternRule, Rule, RuleHead, Weights } from '../types.js'
import { buildDocument } from './build-document.js'
import { buildHead, buildPixels, buildSight } from './build-seen.js'
import { spellings } from './expand.js'
import type { MarkFile, PatternFile, RuleFile } from './schema.js'
import { keywordsFor, proveCheck, type Spell, spellFor, type PackContext } from './spell.js'

export function build(raw: RuleFile, around: PackContext): Rule {
  const head = headOf(raw, around)
  if (raw.family === 'mark') return buildMark(raw, head, around)
  if (raw.family === 'pattern') return buildPattern(raw, head, around)
  if (raw.family === 'remark') return { ...head, family: 'remark', remarks: raw.remarks }
  if (raw.family === 'document') return buildDocument(raw, head, around)
  if (raw.family === 'pixels') return buildPixels(raw, head, around)
  if (raw.family === 'head') return buildHead(raw, head, around)
  return buildSight(raw, head, around)
}

function headOf(raw: RuleFile, { file, pack, advice }: PackContext): RuleHead {
  const { id, level, title, why, basis } = raw
  const found = typeof raw.advice === 'string' ? advice[raw.advice] : raw.advice
  if (!found) {
    const name = String(raw.advice)
    const near = nearest(name, Object.keys(advice)) ?? '-'
    throw new UsageError({ code: 'rules.unknown-advice', args: { file, name, near } })
  }
  return { id, pack, level, title, why, advice: found, ...(basis ? { basis } : {}) }
}

function buildMark(raw: MarkFile, head: RuleHead, around: PackContext): MarkRule {
  const traditional = raw.traditional ?? false
  const spell = spellFor(around, traditional)
  const { grammar, weights, file } = around
  const cues = { ...grammar.cues, ...raw.cues }
  return {
    ...head,
    family: 'mark',
    forms: raw.forms.map((form) => buildForm(form, spell, traditional, around)),
    weights: { ...weights.weights, ...definedOf(raw.weights) } as Weights,
    bars: raw.bars ?? weights.bars,
    beside: buildBeside(raw.beside, spell, file),
    cues: Object.fromEntries(
      Object.entries(cues).map(([name, cue]) => [name, cue ? spell(cue) : '']),
    ) as unknown as Cues,
  }
}

function definedOf<T extends object>(value: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one !== undefined)) as Partial<T>
}

function buildForm(
  raw: MarkFile['forms'][number],
  spell: Spell,
  traditional: boolean,
  around: PackContext,
): Form {
  const { keywords, beside, digits, level, needs, ignores, bounded, value, ...rest } = raw
  const words = keywordsFor(keywords, raw.pattern, around)
  if (words.length === 0 && !digits) {
    throw new UsageError({ code: 'rules.no-keywords', args: { file: around.file, name: raw.name } })
  }
  return {
    ...rest,
    pattern: spell(raw.pattern),
    keywords: traditional ? words.flatMap(spellings) : words,
    ...(digits ? { digits } : {}),
    ...(level ? { level } : {}),
    ...(needs ? { needs } : {}),
    ...(ignores ? { ignores } : {}),
    ...(bounded ? { bounded } : {}),
    ...(value ? { value: spell(value) } : {}),
    ...(beside ? { beside: buildBeside(beside, spell, around.file) } : {}),
  }
}

function buildBeside(raw: MarkFile['beside'], spell: Spell, file: string): Beside[] {
  return (raw ?? []).map(({ pattern, within, weight, required, check }) => {
    if (check) proveCheck(check, file)
    return {
      pattern: spell(pattern),
      within,
      weight,
      ...(required ? { required } : {}),
      ...(check ? { check } : {}),
    }
  })
}

function buildPattern(raw: PatternFile, head: RuleHead, around: PackContext): PatternRule {
  const spell = spellFor(around, false)
  const { keywords = [], digits, check, mask, lowered, named, notNamed, asRead, besidePerson, folds } = raw
  if (check) proveCheck(check, around.file)
  if (keywords.length === 0 && !digits) {
    throw new UsageError({ code: 'rules.no-keywords', args: { file: around.file, name: raw.id } })
  }
  return {
    ...head,
    family: 'pattern',
    pattern: spell(raw.pattern),
    keywords,
    except: (raw.except ?? []).map(spell),
    ...(digits ? { digits } : {}),
    ...(check ? { check } : {}),
    ...(mask ? { mask } : {}),
    ...(named ? { named: spell(named) } : {}),
    ...(notNamed ? { notNamed: spell(notNamed) } : {}),
    ...(besidePerson ? { besidePerson: spell(besidePerson) } : {}),
    ...(folds ? { folds } : {}),
    ...(asRead ? { asRead: spell(asRead) } : {}),
    ...(lowered ? { lowered: { ...lowered, pattern: spell(lowered.pattern) } } : {}),
  }
}
