/** Rules over text that is already there: normalisation and all default rules on one core, beside one plain pattern. */
import { build } from 'esbuild'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { law, teaching } from '../corpus/accuracy/wording/dev.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { lookalikes, mentions, sentences } from '../corpus/words.mjs'
import { markdown, median, ratio } from './table.mjs'

const root = new URL('../../', import.meta.url).pathname
/** Characters of a page, and of a printed line. */
const pageLength = 1100
const lineLength = 28

/** The stages alone, without the command around them; built beside the product so that they find its rules. */
async function stages() {
  const outdir = join(root, 'dist/bench')
  const stdin = `
    export { compileRules, matchPage } from './src/match/index.ts'
    export { normalise } from './src/normalise/index.ts'
    export { loadRules } from './src/ruleset/index.ts'`
  await build({
    stdin: { contents: stdin, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: join(outdir, 'matching.js'),
    logLevel: 'warning',
  })
  return import(pathToFileURL(join(outdir, 'matching.js')).href)
}

/** Paragraphs of prose; `about` of a hundred sentences speak about secrecy or look like marks by chance. */
function paragraphsOf(name, bytes, about, chapters) {
  const chance = chanceFrom(`matching-${name}`)
  const paragraphs = []
  for (let written = 0; written < bytes;) {
    const sentence = () => chance.pick(chance.is(about / 100) ? chapters : sentences)
    const paragraph = Array.from({ length: 4 }, sentence).join('')
    paragraphs.push(paragraph)
    written += Buffer.byteLength(paragraph)
  }
  return paragraphs
}

const spanOf = (text, box) => ({
  text,
  box,
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  ...(box && { size: 16 }),
})

/** A page of paragraphs as a text file gives them, or set in lines as a PDF does. */
function pageOf(paragraphs, number, set) {
  const lines = paragraphs.flatMap((text) => (set ? text.match(/.{1,28}/gsu) : [text]))
  return {
    place: [{ name: 'bench' }, { page: number }],
    width: 595,
    height: 842,
    lines: lines.map((text, index) => ({
      spans: [spanOf(text, set ? [79, 105 + 29 * index, 16 * Math.min(text.length, lineLength), 16] : null)],
      ...(set ? {} : { at: { line: index + 1 } }),
    })),
    marks: [],
    number,
    of: 1000,
  }
}

function pagesOf(paragraphs, set) {
  const pages = []
  let page = []
  for (const paragraph of paragraphs) {
    page.push(paragraph)
    if (page.reduce((sum, { length }) => sum + length, 0) < pageLength) continue
    pages.push(pageOf(page, pages.length + 1, set))
    page = []
  }
  return pages
}

/** What anyone would write first: one pattern of all words the rules wake at, told nothing of marks and mentions. */
function plainPattern(rules) {
  const words = new Set(
    rules.flatMap(({ forms = [], keywords = [] }) =>
      [...forms, { keywords }].flatMap((one) => one.keywords ?? []),
    ),
  )
  const escaped = [...words].map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
  return new RegExp(escaped.join('|'), 'gu')
}

/** Processor milliseconds: other work on the machine stretches only the wall clock. */
const timed = (work) => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export async function benchMatching({ quick }) {
  const { compileRules, loadRules, matchPage, normalise } = await stages()
  const { rules } = await loadRules()
  const matchers = compileRules(rules)
  const pattern = plainPattern(rules)
  const bytes = (quick ? 1 : 8) * 2 ** 20
  const chapters = [...law.paragraphs, ...teaching.paragraphs, ...lookalikes, ...mentions]
  const texts = [
    ['notices, as text', 2, false],
    ['notices, set in lines', 2, true],
    ['one sentence in ten about secrecy', 10, true],
    ['nothing but texts about secrecy', 100, true],
  ]
  const rows = texts.map(([name, about, set]) => {
    const paragraphs = paragraphsOf(name, bytes, about, chapters)
    const pages = pagesOf(paragraphs, set)
    const size = pages.reduce(
      (sum, { lines }) => sum + lines.reduce((all, { spans }) => all + Buffer.byteLength(spans[0].text), 0),
      0,
    )
    let found = 0
    const ours = () => {
      found = 0
      for (const page of pages)
        found += matchPage(normalise(page), matchers, { day: '2026-03-01', organs: [] }).filter(
          ({ level }) => level === 'block',
        ).length
    }
    const peer = () => {
      for (const { lines } of pages) for (const { spans } of lines) spans[0].text.match(pattern)
    }
    const times = Array.from({ length: 9 }, () => [timed(ours), timed(peer)]).slice(2)
    const [own, other] = [0, 1].map((which) => median(times.map((pair) => pair[which])))
    const speed = (ms) => `${(size / 1000 / ms).toFixed(0)} MB/s`
    return [name, speed(own), speed(other), ratio(own, other), found]
  })
  const head = ['UTF-8 Han text, one core', 'secscan', 'one pattern of all words', 'time, ratio', 'blocked']
  const told = `${rules.length} rules, normalisation included; pages of ${pageLength} characters; medians of 7 alternating runs.`
  return `### Rule matching\n\n${markdown(head, rows)}\n\n${told}`
}
