/** What is known at one moment of reading a story: open paragraphs, run, fields, tables, shapes. */
import type { HiddenBy, Part } from '../../types.js'
import type { Anchor, AnchoredShape } from './anchored.js'
import { type DocxField, type DocxParagraph, type DocxRun, squash, textOf } from './paragraph.js'
import type { MutableRunProperties } from './run-properties.js'
import { ListCounter } from '../shared/paragraph/list-label.js'
import type { DocxNumbering } from './numbering.js'
import type { DocxStyles } from './styles.js'

interface Builder {
  readonly paragraph: DocxParagraph
  readonly style?: string
  /** `w:jc`: not at the left. */
  moved?: boolean
  /** `w:numPr`: the list it belongs to, and at which level. */
  list?: string
  level?: number
  ground?: string
  /** Its rows are set too low for letters to show. */
  flat?: boolean
  /** The paragraph's end was deleted: it flows on into the next one. */
  flowsOn?: boolean
}

interface Table {
  readonly number: number
  row: number
  column: number
  span: number
  /** Colour behind the present cell. */
  ground?: string
  shaded: boolean
  /** Text boxes around the table. */
  readonly depth: number
  rowDeleted: boolean
  rowHidden: boolean
}

/** One `mc:AlternateContent`: what its first branch said, so that the others do not say it again. */
interface Alternate {
  branch: number
  readonly said: Set<string>
  inline: string
}

/** What every story of a document shares. */
export interface StoryLook {
  readonly styles: DocxStyles
  readonly numbering: DocxNumbering
  /** Takes the patterns of labels met. */
  readonly labels: Set<string>
}

export class StoryState {
  readonly path: string[] = []
  readonly out: DocxParagraph[] = []
  readonly builders: (Builder & { style?: string })[] = []
  readonly fields: DocxField[] = []
  readonly tables: Table[] = []
  readonly shapes: AnchoredShape[] = []
  readonly alternates: Alternate[] = []
  /** Runs of a paragraph whose end was deleted, waiting for the next one. */
  carried: DocxRun[] = []
  /** Open runs, innermost last; a drawing in a run holds runs of its own. */
  readonly runs: MutableRunProperties[] = []
  /** Takes the text of the element being read, where it is text. */
  capture: ((text: string) => void) | null = null
  deleted = 0
  inserted = 0
  former = 0
  tableCount = 0
  textBoxes = 0
  background = 'ffffff'
  anchor: Anchor | null = null
  /** Inside a drawing that lies behind the text. */
  behind = false
  /** A picture lies behind the text somewhere, so white letters may well show. */
  backdrop = false
  author: string | undefined
  /** Something was met that another reader may take in another order. */
  doubted = false
  readonly part: Part
  readonly styles: DocxStyles
  readonly numbering: DocxNumbering
  readonly counter = new ListCounter()
  /** Patterns of labels that stand before paragraphs. */
  readonly labels: Set<string>

  constructor(part: Part, { styles, numbering, labels }: StoryLook) {
    this.part = part
    this.styles = styles
    this.numbering = numbering
    this.labels = labels
  }

  /** What is finished for good: nothing while a paragraph, a field's code or an alternative is still open. */
  flush(): readonly DocxParagraph[] {
    const open = this.builders.length > 0 || this.alternates.length > 0
    return open || this.fields.some(({ inCode }) => inCode) ? [] : this.taken()
  }

  finish(): readonly DocxParagraph[] {
    if (this.carried.length > 0) this.out.push({ runs: this.carried, part: this.part })
    return this.taken()
  }

  private taken(): readonly DocxParagraph[] {
    const kept = this.out.splice(0).filter((paragraph) => !paragraph.dropped)
    if (this.backdrop) for (const paragraph of kept) paragraph.runs = paragraph.runs.map(shown)
    return kept
  }
}

function shown(run: DocxRun): DocxRun {
  if (run.hiddenBy !== 'same-colour') return run
  const { hiddenBy: _hiddenBy, ...rest } = run
  return rest
}

export interface Aside {
  readonly part: Part
  readonly text: string
  readonly label?: string
  readonly hiddenBy?: HiddenBy
}

/** A text of its own beside the flow: a field's code, an alternative text, a watermark. */
export function aside(reading: StoryState, { part, text, label, hiddenBy }: Aside): void {
  if (!text.trim()) return
  const run: DocxRun = { text, raw: text, deleted: false, ...(hiddenBy && { hiddenBy }) }
  keep(reading, { runs: [run], part, aside: true, ...(label !== undefined && { label }) })
}

/** Adds a paragraph; in a second branch of an alternative only if the first has not said the same. */
export function keep(reading: StoryState, paragraph: DocxParagraph): void {
  reading.out.push(paragraph)
  settle(reading, paragraph)
}

export function settle(reading: StoryState, paragraph: DocxParagraph): void {
  const key = `${paragraph.label ?? ''}\n${squash(textOf(paragraph.runs))}`
  const later = reading.alternates.filter(({ branch }) => branch > 1)
  if (later.some(({ said }) => said.has(key))) paragraph.dropped = true
  else for (const { said } of reading.alternates) said.add(key)
}
