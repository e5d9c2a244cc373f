/** The machine-readable report, schema 1: built field by field, written as results arrive. */
import { fractions } from '../place.js'
import { say } from '../phrases/index.js'
import type { Document, Finding, Gap, Judged, Place, Step } from '../types.js'
import type { Reporter, RunFacts } from './stream.js'

export const json: Reporter = {
  name: 'json',
  async write({ facts, results, end }, sink) {
    await sink.write(
      `{"schema":1,"tool":${JSON.stringify(facts.tool)},"today":${JSON.stringify(facts.today)},`,
    )
    await sink.write(`"rules":${JSON.stringify(facts.ruleset)},"inputs":[`)
    let first = true
    for await (const judged of results) {
      await sink.write(`${first ? '' : ','}\n${JSON.stringify(inputJson(judged, facts))}`)
      first = false
    }
    const { tally, ocr } = end()
    const tail = {
      verdict: tally.blocked > 0 ? 'block' : 'publish',
      needsReview: tally.needsReview,
      complete: tally.gaps === 0,
      counts: {
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
      },
      excluded: facts.excluded,
      missing: facts.missing,
      staleWaivers: [],
      ocr,
    }
    await sink.write(`\n],${JSON.stringify(tail).slice(1)}\n`)
  },
}

function inputJson({ inspection, verdict }: Judged, facts: RunFacts): object {
  return {
    path: inspection.source[0].name,
    sha256: inspection.hash,
    verdict: verdict.decision,
    needsReview: verdict.needsReview,
    complete: verdict.complete,
    findings: inspection.findings.map((finding) => findingJson(finding, facts)),
    gaps: inspection.gaps.map((gap) => gapJson(gap, facts)),
    documents: inspection.documents.map((document) => documentJson(document, facts)),
    inert: inspection.inert.map(({ place, detail }) => ({
      place: placeJson(place),
      detail: say(detail, facts.lang),
    })),
    waived: [],
  }
}

function findingJson(finding: Finding, { lang, rules }: RunFacts): object {
  const rule = rules.get(finding.rule)
  const [place, ...others] = finding.places
  return {
    id: finding.id,
    rule: finding.rule,
    level: finding.level,
    title: rule?.title[lang] ?? finding.rule,
    quote: finding.quote,
    channel: finding.channel,
    sight: finding.sight,
    ...(finding.hiddenBy && { hiddenBy: finding.hiddenBy }),
    confidence: Math.round(finding.confidence * 1000) / 1000,
    evidence: finding.evidence.map((said) => ({ code: said.code, text: say(said, lang) })),
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
    ...(step.line !== undefined && { line: step.line }),
    ...(step.column !== undefined && { column: step.column }),
    ...(step.label !== undefined && { label: step.label }),
  }
}
