/** What comes of hidden places in the end: covered scans, ordinary pages, lifted scans, files that keep their text. */
import { markdown, share } from '../table.mjs'
import { hiding, judged, says } from './judged.mjs'

const isHiding = (level) => (finding) => hiding.has(finding.rule) && finding.level === level

/** Covered scans: what stops them. */
export async function benchCovered(rows, product) {
  const said = await judged(
    rows.map(({ path }) => path),
    product,
  )
  const covers = [...new Set(rows.map(({ cover }) => cover))].sort()
  const lines = covers.map((cover) => {
    const mine = rows.filter((row) => row.cover === cover).map((row) => ({ row, input: said.get(row.path) }))
    const count = (test) => mine.filter(test).length
    const hidden = count(({ input }) => input.findings.some(isHiding('block')))
    const review = count(
      ({ input }) => !input.findings.some(isHiding('block')) && input.findings.some(isHiding('review')),
    )
    const read = count(({ row, input }) => input.findings.some((finding) => says(finding, row.text)))
    const published = count(({ input }) => input.verdict === 'publish' && input.needsReview === 0)
    return [cover, mine.length, share(hidden, mine.length), review, share(read, mine.length), published]
  })
  return markdown(
    ['cover', 'n', 'blocked as hidden', 'to be looked at as hidden', 'the hidden text read', 'published'],
    lines,
  )
}

/** Ordinary pages: what is said of hiding where nothing is hidden. */
export async function benchOrdinary(rows, product) {
  const said = await judged(
    rows.map(({ path }) => path),
    product,
  )
  const inputs = rows.map((row) => ({ row, input: said.get(row.path) }))
  const with_ = (level) => inputs.filter(({ input }) => input.findings.some(isHiding(level)))
  const [blocked, review] = [with_('block'), with_('review')]
  const gaps = inputs.filter(({ input }) => input.gaps.length > 0)
  const list = [...new Set([...blocked, ...review])].map(({ row, input }) => {
    const found = input.findings.filter((one) => hiding.has(one.rule) && one.level !== 'note')
    return `- ${row.layout}, ${row.level}: ${found.map((one) => `${one.rule} (${one.level})`).join(', ')}`
  })
  return [
    `Blocked as hiding something: **${share(blocked.length, rows.length)}** (${blocked.length} of n = ${rows.length}); to be looked at: ${share(review.length, rows.length)} (${review.length}); with a gap: ${gaps.length}.`,
    list.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Boxes, pictures and annotations over scans. */
export async function benchLifted(rows, product) {
  const said = await judged(
    rows.map(({ path }) => path),
    product,
  )
  const covers = [...new Set(rows.map(({ cover }) => cover))]
  const lines = covers.map((cover) => {
    const mine = rows.filter((row) => row.cover === cover)
    const count = (test) =>
      mine.filter((row) => said.get(row.path).findings.some((one) => test(one, row))).length
    const found = count(({ rule, sight }) => rule.startsWith('redacted-') || sight === 'covered')
    const read = count((one, row) => says(one, row.text) && (cover === 'none' || one.sight === 'covered'))
    return [
      cover,
      mine.length,
      cover === 'none' ? `${found} false` : share(found, mine.length),
      share(read, mine.length),
    ]
  })
  return markdown(['drawn over the scan', 'n', 'found', 'the text beneath read'], lines)
}

const levels = ['block', 'review', 'note']

/** The level a sentence so hidden must have; rows of office files bring their own. */
const expected = {
  'black box': 'block',
  'white box': 'block',
  picture: 'block',
  'black on black': 'block',
  'auto on black': 'block',
  'shape over it': 'block',
  'box over it': 'block',
  'box laid over it': 'block',
  'not displayed': null,
  none: null,
}
const levelOf = (row) => {
  if (row.level !== undefined) return row.level
  // A PDF does not tell a bar from other ground.
  if (row.carrier === 'pdf' && row.cover === 'black on black') return 'review'
  return row.cover in expected ? expected[row.cover] : 'review'
}

/** Marks nobody may miss, and sentences that only their hiding makes suspicious: these with the level they must have. */
export async function benchCarriers(rows, product) {
  const said = await judged(
    rows.map(({ path }) => path),
    product,
  )
  const keys = [...new Set(rows.map(({ carrier, cover }) => `${carrier}, ${cover}`))]
  const lines = keys.map((key) => {
    const of = (what) => rows.filter((row) => `${row.carrier}, ${row.cover}` === key && row.what === what)
    const unseen = (row) =>
      said.get(row.path).findings.filter(({ rule, sight }) => sight !== 'visible' || rule === 'comment-text')
    const marks = of('mark')
    const read = (row) =>
      row.cover.includes('none') || levelOf(row) === null ? said.get(row.path).findings : unseen(row)
    const found = marks.filter(
      (row) =>
        read(row).some(({ level }) => level === 'block') ||
        said.get(row.path).findings.some(({ level }) => level === 'block'),
    )
    const exact = marks.filter((row) => read(row).some((one) => says(one, row.text)))
    const sentences = of('sentence')
    const right = sentences.filter((row) => {
      const told = unseen(row)
      const level = levels.find((each) => told.some((one) => one.level === each)) ?? null
      return level === levelOf(row) && (level === null || told.some((one) => says(one, row.text)))
    })
    const twin = key.includes(', none')
    const mark = twin
      ? `${marks.filter((row) => unseen(row).length > 0).length || 'no'} false`
      : `${share(found.length, marks.length)} / ${share(exact.length, marks.length)}`
    return [key, mark, levelOf(sentences[0]) ?? 'nothing', share(right.length, sentences.length)]
  })
  return markdown(['hidden in', 'mark: blocked / recovered', 'a sentence: to be told as', 'told so'], lines)
}
