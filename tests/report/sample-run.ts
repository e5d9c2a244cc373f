/** One rich hand-made run that every reporter is shown. */
import { begin, type Ending, type Reporter, type RunFacts, type Sink } from '../../src/report/reporter.js'
import { judge } from '../../src/judge/index.js'
import { addToTally, emptyTally } from '../../src/tally.js'
import type { Excerpt, Excerpts, Finding, Inspection, RuleHead } from '../../src/types.js'

const rule = (id: string, level: RuleHead['level'], zh: string, en: string): RuleHead => ({
  id,
  pack: 'core',
  level,
  title: { zh, en },
  why: { zh: '原因', en: 'reason' },
  ...(level === 'block' && { basis: { zh: '某法第一条', en: 'Some Law, article 1' } }),
  advice: { zh: `先别发布（${zh}）`, en: `do not publish (${en})` },
})
const rules = [
  rule('state-secret-mark', 'block', '国家秘密标志', 'State-secret mark'),
  rule('mobile-number', 'review', '手机号码', 'Mobile number'),
]

export const facts = (lang: 'zh' | 'en', several: boolean): RunFacts => ({
  lang,
  today: '2026-03-01',
  strict: false,
  tool: { name: 'secscan', version: '0.0.0' },
  ruleset: {
    count: 2,
    hash: '0123456789abcdef',
    packs: [{ name: 'core', version: '1.0.0', date: '2026-01-01' }],
  },
  rules: new Map(rules.map((each) => [each.id, each])),
  several,
  missing: [],
})

/** A finding and what it shows of its document, before they are told apart. */
type Whole = Finding & Partial<Excerpt>
const finding = (over: Partial<Whole>): Whole => ({
  id: '00aa',
  rule: 'state-secret-mark',
  level: 'block',
  quote: '机密★20年',
  quoted: true,
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  evidence: [{ code: 'scan.empty' }],
  places: [[{ name: '通知.pdf', page: 1, box: [60, 90, 100, 20], pageSize: [595, 842] }]],
  ...over,
})

/** As one reads them together; `excerptsOf` and `factsOf` take them apart. */
export interface Sample extends Omit<Inspection, 'findings'> {
  readonly findings: readonly Whole[]
}

export const marked: Sample = {
  source: [{ name: '通知.pdf' }],
  hash: 'ff'.repeat(32),
  documents: [
    {
      place: [{ name: '通知.pdf' }],
      format: 'pdf',
      hash: 'ff'.repeat(32),
      pages: 3,
      ocrPages: 1,
      pictures: 2,
      notes: [],
    },
    { place: [{ name: '通知.pdf' }, { name: '附件.zip' }], format: 'zip', hash: 'ee'.repeat(32), pages: 0, ocrPages: 0, pictures: 0, notes: [] }, // prettier-ignore
  ],
  findings: [
    finding({}),
    ...['0', '1', '2', '3'].map((n) =>
      finding({ id: n, places: [[{ name: '通知.pdf', page: 2, part: 'header' }]] }),
    ),
    finding({
      id: 'bb',
      channel: 'ocr',
      confidence: 0.973,
      sight: 'covered',
      hiddenBy: 'under-shape',
      quote: '秘密\u001b[31m★',
    }),
    finding({ id: 'cc', rule: 'mobile-number', level: 'review', quote: '138****0000', places: [[{ name: '通知.pdf' }, { name: '名单.xlsx', sheet: '一', cell: 'B3' }]] }), // prettier-ignore
  ],
  clues: [],
  gaps: [
    {
      id: 'dd',
      cause: 'encrypted',
      place: [{ name: '通知.pdf' }, { name: '附件.zip' }],
      detail: { code: 'scan.empty' },
    },
  ],
  inert: [{ place: [{ name: '通知.pdf', label: '字体.ttf' }], detail: { code: 'scan.empty' } }],
}
export const clean: Sample = {
  ...marked,
  source: [{ name: '公告.txt' }],
  findings: [],
  gaps: [],
  inert: [],
  documents: [],
}
export const doubtful: Sample = {
  ...clean,
  findings: marked.findings.filter(({ level }) => level === 'review'),
}

export function inspectionOf({ findings, ...rest }: Sample): Inspection {
  const facts = findings.map(({ quote, picture: _picture, revealed: _revealed, ...fact }): Finding => ({
    ...fact,
    quoted: quote !== '',
  }))
  return { ...rest, findings: facts }
}

function excerptsOf({ findings }: Sample): Excerpts {
  return new Map(
    findings.map(({ id, evidence, quote = '', picture, revealed }) => [
      id,
      { quote, evidence, ...(picture && { picture }), ...(revealed !== undefined && { revealed }) },
    ]),
  )
}

/** What a reporter writes of these inputs. */
export async function reported(
  reporter: Reporter,
  samples: readonly Sample[],
  lang: 'zh' | 'en' = 'zh',
  over: Partial<RunFacts & Pick<Ending, 'excluded'>> = {},
  sink = memorySink(),
): Promise<string> {
  const { excluded = ['.git'], ...around } = over
  const report = await begin(reporter, { ...facts(lang, samples.length > 1), ...around }, sink)
  let tally = emptyTally
  for (const sample of samples) {
    const judged = judge(inspectionOf(sample), { day: '2026-03-01', organs: [], strict: false })
    tally = addToTally(tally, judged, false)
    await report.add({ ...judged, excerpts: excerptsOf(sample) })
  }
  const ocr = { engine: 'paddle', backend: 'onnxruntime-node', model: 'm' }
  await report.end({ tally, excluded, stale: [], ocr })
  return sink.text()
}

export function memorySink(over: Partial<Sink> = {}): Sink & { text(): string } {
  const chunks: string[] = []
  return {
    colour: false,
    columns: 80,
    quiet: false,
    ...over,
    write: async (text) => void chunks.push(text),
    text: () => chunks.join(''),
  }
}
