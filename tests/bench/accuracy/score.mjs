/** One sample against what was said of it: found, missed, not looked at; published, blocked in vain. */

/**
 * @typedef {'found'|'missed'|'gap'|'published'|'false block'} Outcome
 * A gap is never a detection and never a correct publish: it is counted by itself.
 */

/** Both forms of a character say the same level: 絕密 is 绝密. */
const simplified = { 絕: '绝', 絶: '绝', 祕: '秘', 機: '机', 長: '长' }
const bare = (text) =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[☆⭐]/g, '★')
    .replace(/[絕絶祕機長]/g, (letter) => simplified[letter])

/** @returns {{outcome: Outcome, exact: boolean | null, reviewed: boolean, why: string}} */
export function scoreOf({ made }, said) {
  const { verdict, kinds, mark } = made.expected
  const blocking = said.findings.filter((finding) => finding.level === 'block')
  const reviewed = said.findings.some((finding) => finding.level === 'review')
  const why = reasons(said)
  if (verdict === 'publish') {
    const outcome = blocking.length > 0 ? 'false block' : said.gaps.length > 0 ? 'gap' : 'published'
    return { outcome, exact: null, reviewed, why }
  }
  const right = blocking.filter((finding) => kinds.includes(finding.rule))
  const outcome = right.length > 0 ? 'found' : said.gaps.length > 0 ? 'gap' : 'missed'
  const exact = mark === null ? null : right.some((finding) => isRead(finding.quote, mark))
  return { outcome, exact, reviewed, why }
}

/** The very level and term, not a longer or shorter one. */
function isRead(quote, mark) {
  const [read, wanted] = [bare(quote), bare(mark)]
  const at = read.indexOf(wanted)
  return at >= 0 && !/\d/.test(read[at + wanted.length] ?? '')
}

function reasons({ findings, gaps }) {
  const found = findings
    .filter(({ level }) => level !== 'note')
    .map(({ level, rule, quote }) => `${level} ${rule} “${quote}”`)
  return [...found, ...gaps.map(({ cause }) => `gap ${cause}`)].join('; ') || 'nothing'
}
