/** The machine-readable report, schema 1: built field by field, written as results arrive. */
import { fractions } from '../place.js'
import { say } from '../phrases/index.js'
import type { Tally } from '../tally.js'
import type { Document, Excerpts, Finding, Gap, Place, Relaxed, Step, Waived } from '../types.js'
import { excerptOf } from './shared/excerpt.js'
import { headlineJson, headlineOf, overallHeadline } from './shared/headline.js'
import type { Ending, Quoted, QuotingReporter, RunFacts } from './reporter.js'

export const json: QuotingReporter = {
  name: 'json',
  suffix: 'json',
  quotes: true,
  pictures: false,
  async begin(facts, sink) {
    await sink.write(`${JSON.stringify(headJson(facts)).slice(0, -1)},"inputs":[`)
    let first = true
    return {
      async add(quoted) {
        await sink.write(`${first ? '' : ','}\n${JSON.stringify(inputJson(quoted, facts))}`)
        first = false
      },
      async end(ending) {
        await sink.write(`\n],${JSON.stringify(tailJson(facts, ending)).slice(1)}\n`)
      },
    }
  },
}

/** What is known before the first result. */
function headJson(facts: RunFacts): object {
  return {
    schema: 1,
    tool: facts.tool,
    today: facts.today,
    rules: rulesJson(facts),
    policies: facts.policies ?? [],
    contact: facts.contact ?? null,
  }
}

/** What is known after the last one. */
function tailJson(facts: RunFacts, { tally, excluded, ocr, stale }: Ending): object {
  return {
    verdict: tally.blocked > 0 ? 'block' : 'publish',
    headline: headlineJson(overallHeadline(tally, facts)),
    needsReview: tally.needsReview,
    complete: tally.gaps === 0,
    counts: countsJson(tally),
    excluded,
    missing: facts.missing,
    staleWaivers: stale.map(({ waiver: { id, by, until, where }, cause }) => ({
      id,
      cause,
      by,
      until,
      where,
    })),
    ocr,
    ...(facts.checkup && { doctor: facts.checkup }),
  }
}

function countsJson(tally: Tally): object {
  return {
    inputs: tally.inputs,
    blocked: tally.blocked,
    block: tally.found.block,
    review: tally.found.review,
    note: tally.found.note,
    gaps: tally.gaps,
    documents: tally.documents,
    pages: tally.pages,
    ocrPages: tally.ocrPages,
    pictures: tally.pictures,
    inert: tally.inert,
    waived: tally.waived,
  }
}

function rulesJson({ ruleset, relaxed = [], lang }: RunFacts): object {
  return { ...ruleset, relaxed: relaxed.map((one) => relaxedJson(one, lang)) }
}

function relaxedJson({ title, ...rest }: Relaxed, lang: RunFacts['lang']): object {
  return { ...rest, title: title[lang] }
}

function inputJson(quoted: Quoted, facts: RunFacts): object {
  const { inspection, verdict, waived = [], excerpts } = quoted
  return {
    path: inspection.source[0].name,
    sha256: inspection.hash,
    verdict: verdict.decision,
    headline: headlineJson(headlineOf(quoted, facts)),
    needsReview: verdict.needsReview,
    complete: verdict.complete,
    findings: inspection.findings.map((finding) => findingJson(finding, excerpts, facts)),
    gaps: inspection.gaps.map((gap) => gapJson(gap, facts)),
    documents: inspection.documents.map((document) => documentJson(document, facts)),
    inert: inspection.inert.map(({ place, detail }) => ({
      place: placeJson(place),
      detail: say(detail, facts.lang),
    })),
    waived: waived.map((one) => waivedJson(one, excerpts, facts)),
    ...(facts.explain && {
      explained: (inspection.explained ?? []).map((mention) => mentionJson(mention, excerpts, facts)),
    }),
  }
}

/** The finding or gap as it would stand in its list, and who answers for it. */
function waivedJson({ waiver, what }: Waived, excerpts: Excerpts, facts: RunFacts): object {
  const { basis, reason, by, until, where } = waiver
  const grounds = { ...(basis !== undefined && { basis }), reason, by, until, where }
  return { ...('rule' in what ? findingJson(what, excerpts, facts) : gapJson(what, facts)), waiver: grounds }
}

/** What was let through has no level, and nothing is to be done about it. */
function mentionJson(mention: Finding, excerpts: Excerpts, facts: RunFacts): object {
  const { level: _level, basis: _basis, advice: _advice, ...told } = findingJson(mention, excerpts, facts)
  return told
}

function findingJson(finding: Finding, excerpts: Excerpts, { lang, rules, reveal }: RunFacts) {
  const { quote, revealed, evidence } = excerptOf(finding, excerpts)
  const rule = rules.get(finding.rule)
  const [place, ...others] = finding.places
  return {
    id: finding.id,
    rule: finding.rule,
    level: finding.level,
    title: rule?.title[lang] ?? finding.rule,
    quote,
    ...(reveal && revealed && { revealed }),
    channel: finding.channel,
    sight: finding.sight,
    ...(finding.hiddenBy && { hiddenBy: finding.hiddenBy }),
    confidence: Math.round(finding.confidence * 1000) / 1000,
    evidence: evidence.map((said) => ({ code: said.code, text: say(said, lang) })),
    place: placeJson(place),
    ...(others.length > 0 && { alsoAt: others.map(placeJson) }),
    basis: rule?.basis?.[lang] ?? null,
    advice: rule?.advice[lang] ?? null,
  }
}

function gapJson(gap: Gap, { lang }: RunFacts): object {
  return { id: gap.id, cause: gap.cause, place: placeJson(gap.place), detail: say(gap.detail, lang) }
}

function documentJson(document: Document, { lang }: RunFacts): object {
  return {
    place: placeJson(document.place),
    format: document.format,
    sha256: document.hash,
    pages: document.pages,
    ocrPages: document.ocrPages,
    pictures: document.pictures,
    notes: document.notes.map((note) => say(note, lang)),
  }
}

const placeJson = (place: Place) => place.map(stepJson)

function stepJson(step: Step): object {
  const box = fractions(step)
  return {
    name: step.name,
    ...(step.part && { part: step.part }),
    ...(step.page !== undefined && { page: step.page }),
    ...(box && { box }),
    ...(step.sheet !== undefined && { sheet: step.sheet }),
    ...(step.cell !== undefined && { cell: step.cell }),
    ...(step.paragraph !== undefined && { paragraph: step.paragraph }),
    ...(step.table !== undefined && { table: step.table }),
    ...(step.row !== undefined && { row: step.row }),
    ...(step.line !== undefined && { line: step.line }),
    ...(step.column !== undefined && { column: step.column }),
    ...(step.label !== undefined && { label: step.label }),
  }
}
