/** The tables of the accuracy bench, from scored samples. */
import { markdown, share } from '../table.mjs'

/** @typedef {import('../../corpus/accuracy/plan.mjs').Sample & {path: string, score: ReturnType<typeof import('./score.mjs').scoreOf>}} Scored */

const head = [
  '',
  'to be found',
  'found',
  'missed',
  'gap',
  'to be published',
  'blocked in vain',
  'gap',
  'for review',
]
const isFound = ({ made }) => made.expected.verdict === 'block'
const with_ = (rows, outcome) => rows.filter(({ score }) => score.outcome === outcome).length

function row(title, rows) {
  const [found, plain] = [rows.filter(isFound), rows.filter((each) => !isFound(each))]
  const part = (list, count) => (list.length === 0 ? '–' : `${share(count, list.length)} (${count})`)
  return [
    title,
    found.length,
    found.length === 0 ? '–' : share(with_(found, 'found'), found.length),
    with_(found, 'missed'),
    with_(found, 'gap'),
    plain.length,
    part(plain, with_(plain, 'false block')),
    part(plain, with_(plain, 'gap')),
    plain.filter(({ score }) => score.reviewed).length,
  ]
}

/** @param {Scored[]} rows @param {(each: Scored) => string | null} nameOf null leaves a sample out */
function table(title, rows, nameOf, order = null) {
  const names = order ?? [...new Set(rows.map(nameOf))].filter(Boolean).sort()
  const lines = names
    .map((name) => [name, rows.filter((each) => nameOf(each) === name)])
    .filter(([, mine]) => mine.length > 0)
  return `### ${title}\n\n${markdown(
    [title.toLowerCase(), ...head.slice(1)],
    lines.map(([name, mine]) => row(name, mine)),
  )}`
}

const groups = {
  clean: 'clean and office',
  office: 'clean and office',
  photo: 'photo, poor and fax',
  poor: 'photo, poor and fax',
  fax: 'photo, poor and fax',
}

/** @param {Scored[]} all */
export function tablesOf(all) {
  const scans = all.filter(({ carrier }) => carrier === 'scan')
  const plain = scans.filter(({ made }) => made.script === 'simplified')
  const sections = [table('Carrier', all, ({ carrier }) => carrier, ['pdf', 'docx', 'html', 'scan'])]
  if (scans.length > 0)
    sections.push(
      table(
        'Quality of the scan',
        plain.filter(({ variation }) => variation === 'none'),
        ({ level, dpi }) => level + (dpi ? `, ${dpi} dpi` : ''),
        ['clean', 'clean, 300 dpi', 'office', 'photo', 'poor', 'fax'],
      ),
      table('Two groups of qualities', plain, ({ level }) => groups[level]),
      table('What befell the paper', plain, ({ variation }) => (variation === 'none' ? null : variation)),
      exactTable(scans),
    )
  sections.push(
    table('Script', all, ({ made, carrier }) => `${made.script}, ${carrier}`),
    table('Typeface of the mark', all, ({ made }) => made.faces.mark),
    table('Form or kind', all, ({ made }) => made.kind),
    table('Layout', all, ({ made }) => made.layout),
    listOf(
      'Missed, blocked in vain, or not looked at',
      all.filter(({ score }) => !['found', 'published'].includes(score.outcome)),
    ),
    listOf(
      'Level or term not to the letter',
      scans.filter(({ score }) => score.exact === false && score.outcome === 'found'),
    ),
  )
  return sections.join('\n\n')
}

function exactTable(scans) {
  const rows = ['clean', 'office', 'photo', 'poor', 'fax', 'all'].map((level) => {
    const asked = scans.filter(
      (each) => (level === 'all' || each.level === level) && each.score.exact !== null,
    )
    const read = asked.filter(({ score }) => score.exact)
    return [level, asked.length, share(read.length, asked.length)]
  })
  return `### Level and term read to the letter\n\n${markdown(['quality', 'marks', 'read'], rows)}`
}

function listOf(title, rows) {
  if (rows.length === 0) return `### ${title}\n\nNone.`
  const said = ({ made, score, path }) =>
    `- ${score.outcome}: ${path.split('/').pop()} (${made.expected.mark ?? made.content.mark ?? made.content.note ?? made.content.number}): ${score.why}`
  return `### ${title}\n\n${rows.map(said).join('\n')}`
}
