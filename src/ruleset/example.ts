/** An example of a rule file as the pages it stands for, so that proof runs the path documents run. */
import type { Box, Channel, HiddenBy, Line, Page, Part, Sight, Span } from '../types.js'
import type { Example } from './schema-parts.js'
import type { Carrier } from './vocabulary.js'

export interface Proof {
  readonly text: string
  readonly at: Carrier
  readonly level?: 'block' | 'review' | 'note'
  readonly today?: string
}

export function exampleOf(example: Example): Proof {
  if (typeof example === 'string') return { text: example, at: 'body' }
  const { text, at = 'body', level, today } = example
  return { text, at, ...(level ? { level } : {}), ...(today ? { today } : {}) }
}

interface Look {
  readonly part?: Part
  readonly channel?: Channel
  readonly sight?: Sight
  readonly hiddenBy?: HiddenBy
  readonly fitted?: boolean
  readonly label?: string
  readonly box?: Box
  readonly cell?: { table: number; row: number; column: number }
}

function spanOf(text: string, look: Look): Span {
  const { channel = 'text', sight = 'visible', hiddenBy, fitted, box = null } = look
  const size = box ? { size: box[3] } : {}
  return {
    text,
    box,
    channel,
    sight,
    confidence: 1,
    ...size,
    ...(hiddenBy ? { hiddenBy } : {}),
    ...(fitted ? { fitted } : {}),
  }
}

function lineOf(text: string, look: Look = {}): Line {
  const { part, label, cell } = look
  return {
    spans: [spanOf(text, look)],
    ...(part ? { part } : {}),
    ...(label ? { label } : {}),
    ...(cell ? { cell } : {}),
  }
}

/** Who publishes, as far as the examples go. */
export const exampleOrgans: readonly string[] = ['青禾县']

/** A neutral notice around the example; nothing in it is a mark of any kind. */
const officialHead = ['青禾县林草局文件', '青林发〔2018〕26号', '关于做好春季植树工作的通知']
const prose = [
  '各乡镇要提前备好苗木，落实浇水管护责任，确保栽一棵、活一棵。',
  '县林草局将组织技术人员下乡指导，解决栽植中遇到的具体困难。',
  '各单位请在三月底以前完成任务，并把进展情况报县林草局汇总。',
]
const signature = ['青禾县林草局', '2018年3月2日']

const lines = (texts: readonly string[]): Line[] => texts.map((text) => lineOf(text))
const own = (text: string, look: Look = {}): Line[] => text.split('\n').map((one) => lineOf(one, look))

/** Points on A4; the mark stands in line 2 of the type area, 28 mm from the left edge (GB/T 9704-2012). */
function laidOut(texts: readonly string[], first: number): Line[] {
  return texts.map((text, index) => {
    const width = Math.min(440, [...text].length * 16)
    return lineOf(text, { box: [79, first + index * 29, width, 16] })
  })
}

const page = (content: readonly Line[], part?: Part): Page => ({
  place: [{ name: 'example', ...(part ? { part } : {}) }],
  lines: content,
  marks: [],
  reading: 'stated',
  number: 1,
  of: 1,
})

const paper = (content: readonly Line[]): Page => ({ ...page(content), width: 595, height: 842 })

/** A look of its own before or after a whole notice. */
const beside = (look: Look) => (text: string) => [
  page([...own(text, look), ...lines([...officialHead, ...prose, ...signature])]),
]

const tableRow = (text: string, row: number): Line[] =>
  text.split('|').map((one, column) => lineOf(one.trim(), { part: 'cell', cell: { table: 0, row, column } }))

const pagesFor: Readonly<Record<Carrier, (text: string) => Page[]>> = {
  body: (text) => [
    page(own(text)),
    page([...lines([officialHead[2]!, ...prose]), ...own(text), ...lines([...prose, ...signature])]),
  ],
  head: (text) => [
    page([...own(text), ...lines([...officialHead, ...prose, ...signature])]),
    paper(laidOut([...text.split('\n'), ...officialHead, ...prose, ...signature], 110)),
    page(own(text)),
  ],
  foot: (text) => [
    page([...lines([...officialHead, ...prose, ...signature]), ...own(text)]),
    paper(laidOut([...officialHead, ...prose, ...prose, ...signature, ...text.split('\n')], 200)),
  ],
  field: (text) => [page(own(text)), page([...lines([...officialHead, ...prose]), ...own(text)])],
  header: beside({ part: 'header' }),
  footer: beside({ part: 'footer' }),
  'file-name': (text) => [page([lineOf(text, { part: 'name', channel: 'name' })], 'name')],
  property: (text) => [page([lineOf(text, { part: 'metadata', channel: 'metadata', label: 'Keywords' })])],
  /** The subject of a mail, the title of a link, the text for a picture. */
  label: (text) => [
    page([lineOf(text, { part: 'title', label: 'Subject' })]),
    ...beside({ part: 'alt' })(text),
  ],
  'number-line': (text) => [
    page([lineOf(officialHead[0]!), ...own(text), ...lines([officialHead[2]!, ...prose, ...signature])]),
    paper(laidOut([officialHead[0]!, text, officialHead[2]!, ...prose, ...signature], 140)),
    page(own(text)),
  ],
  'under-title': (text) => [page([...own(text), ...lines(prose)]), page(own(text))],
  portion: (text) => [
    page([...lines([...officialHead, ...prose]), ...own(text), ...lines(prose)]),
    page(own(text)),
  ],
  runs: (text) => [
    page([
      { spans: text.split('|').map((run) => spanOf(run, {})) },
      ...lines([...officialHead, ...prose, ...signature]),
    ]),
  ],
  comment: beside({ part: 'comment' }),
  deleted: beside({ part: 'deleted', sight: 'hidden', hiddenBy: 'deleted-revision' }),
  hidden: beside({ sight: 'hidden', hiddenBy: 'same-colour' }),
  /** Set to be hidden by whoever wrote it: hidden type, a hidden sheet or slide. */
  concealed: beside({ sight: 'hidden', hiddenBy: 'hidden-attribute' }),
  /** Kept back by a web page. */
  undisplayed: beside({ sight: 'hidden', hiddenBy: 'not-displayed' }),
  covered: beside({ sight: 'covered', hiddenBy: 'under-shape', fitted: true }),
  /** Under something much larger than the text. */
  'under-panel': beside({ sight: 'covered', hiddenBy: 'under-shape' }),
  /** Rows by line, columns by `|`. */
  cell: (text) => [page(text.split('\n').flatMap(tableRow))],
  /** Lines that hold `|` are rows of a table, the others stand around it. */
  form: (text) => [
    page(text.split('\n').flatMap((one, at) => (one.includes('|') ? tableRow(one, at) : [lineOf(one)]))),
  ],
}

/** Every rendering of the example; the expected outcome holds for each. */
export function examplePages(proof: Proof): Page[] {
  return pagesFor[proof.at](proof.text)
}
