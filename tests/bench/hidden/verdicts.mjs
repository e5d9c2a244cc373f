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

/** Marks nobody may miss, and sentences that only their hiding makes suspicious. */
export async function benchCarriers(rows, product) {
  const said = await judged(
    rows.map(({ path }) => path),
    product,
  )
  const keys = [...new Set(rows.map(({ carrier, cover }) => `${carrier}, ${cover}`))]
  const lines = keys.map((key) => {
    const cell = (what) => {
      const mine = rows.filter((row) => `${row.carrier}, ${row.cover}` === key && row.what === what)
      const unseen = (row) => said.get(row.path).findings.filter(({ sight }) => sight !== 'visible')
      const found = mine.filter((row) => unseen(row).length > 0)
      const exact = mine.filter((row) => unseen(row).some((one) => says(one, row.text)))
      if (key.endsWith(', none')) return found.length === 0 ? 'silent' : `${found.length} false`
      return `${share(found.length, mine.length)} / ${share(exact.length, mine.length)}`
    }
    return [key, cell('mark'), cell('sentence')]
  })
  return markdown(['hidden in', 'mark: found / recovered', 'sentence: found / recovered'], lines)
}
