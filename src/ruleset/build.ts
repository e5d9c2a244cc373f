/** A checked rule file → a Rule: pieces put in, advice looked up, patterns proved to compile. */
import { UsageError } from '../errors.js'
import type {
  Beside,
  Bilingual,
  Cues,
  DocumentRule,
  Form,
  MarkRule,
  PatternRule,
  HeadRule,
  PixelRule,
  Rule,
  RuleHead,
  SightRule,
  Weights,
} from '../types.js'
import { checks } from '../match/checks/index.js'
import { nearest } from '../nearest.js'
import { expandPattern, type Grammar, keywordsOf, spellings, withTraditional } from './expand.js'
import type {
  DocumentFile,
  MarkFile,
  PatternFile,
  RuleFile,
  HeadFile,
  PixelFile,
  SightFile,
  WeightsFile,
} from './schema.js'

export interface Surroundings {
  readonly file: string
  readonly pack: string
  readonly grammar: Grammar
  readonly weights: WeightsFile
  readonly advice: Readonly<Record<string, Bilingual>>
}

export function build(raw: RuleFile, around: Surroundings): Rule {
  const head = headOf(raw, around)
  if (raw.family === 'mark') return buildMark(raw, head, around)
  if (raw.family === 'pattern') return buildPattern(raw, head, around)
  if (raw.family === 'remark') return { ...head, family: 'remark', remarks: raw.remarks }
  if (raw.family === 'document') return buildDocument(raw, head, around)
  if (raw.family === 'pixels') return buildPixels(raw, head, around)
  if (raw.family === 'head') return buildHead(raw, head, around)
  return buildSight(raw, head, around)
}

function headOf(raw: RuleFile, { file, pack, advice }: Surroundings): RuleHead {
  const { id, level, title, why, basis } = raw
  const found = typeof raw.advice === 'string' ? advice[raw.advice] : raw.advice
  if (!found) {
    const name = String(raw.advice)
    const near = nearest(name, Object.keys(advice)) ?? '-'
    throw new UsageError({ code: 'rules.unknown-advice', args: { file, name, near } })
  }
  return { id, pack, level, title, why, advice: found, ...(basis ? { basis } : {}) }
}

type Spell = (pattern: string) => string

function spellFor(around: Surroundings, traditional: boolean): Spell {
  return (pattern) => {
    const whole = expandPattern(pattern, around.grammar, around.file)
    const spelt = traditional ? withTraditional(whole) : whole
    proveCompiles(spelt, pattern, around.file)
    return spelt
  }
}

function proveCompiles(whole: string, pattern: string, file: string): void {
  try {
    new RegExp(whole, 'gu')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError({ code: 'rules.bad-pattern', args: { file, pattern, why } })
  }
}

function buildMark(raw: MarkFile, head: RuleHead, around: Surroundings): MarkRule {
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
  around: Surroundings,
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

/** Keywords as written; `{NAME}` alone, or none at all, stands for those of a named piece. */
function keywordsFor(
  written: readonly string[] | undefined,
  pattern: string,
  around: Surroundings,
): readonly string[] {
  if (!written) return keywordsOf(pattern, around.grammar, around.file)
  return written.flatMap((word) =>
    word.startsWith('{') ? keywordsOf(word, around.grammar, around.file) : [word],
  )
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

function proveCheck(check: string, file: string): void {
  if (check in checks) return
  const near = nearest(check, Object.keys(checks)) ?? Object.keys(checks).join(' ')
  throw new UsageError({ code: 'rules.unknown-check', args: { file, name: check, near } })
}

function buildPixels(raw: PixelFile, head: RuleHead, around: Surroundings): PixelRule {
  const { kinds, where, firmHead, doubtful, lowered } = raw
  const spell = spellFor(around, true)
  return {
    ...head,
    family: 'pixels',
    kinds,
    ...(where ? { where, officialHead: spell(around.grammar.cues.officialHead) } : {}),
    ...(firmHead ? { firmHead: spell(firmHead) } : {}),
    ...(doubtful ? { doubtful } : {}),
    ...(lowered ? { lowered: { ...lowered, pattern: spell(lowered.pattern) } } : {}),
  }
}

function buildHead(raw: HeadFile, head: RuleHead, around: Surroundings): HeadRule {
  const spell = spellFor(around, true)
  const words = Object.fromEntries(
    Object.entries(raw.words).map(([part, source]) => [part, spell(source)]),
  ) as HeadRule['words']
  return { ...head, family: 'head', alone: raw.alone, words }
}

function buildSight(raw: SightFile, head: RuleHead, around: Surroundings): SightRule {
  const { sights, least, hiddenBy, fitted, except } = raw
  return {
    ...head,
    family: 'sight',
    sights,
    least,
    ...(hiddenBy ? { hiddenBy } : {}),
    ...(fitted !== undefined ? { fitted } : {}),
    ...(except ? { except: spellFor(around, false)(except) } : {}),
  }
}

function buildDocument(raw: DocumentFile, head: RuleHead, around: Surroundings): DocumentRule {
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

function buildPattern(raw: PatternFile, head: RuleHead, around: Surroundings): PatternRule {
  const spell = spellFor(around, false)
  const { keywords = [], digits, check, mask, lowered, named } = raw
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
    ...(lowered ? { lowered: { ...lowered, pattern: spell(lowered.pattern) } } : {}),
  }
}
