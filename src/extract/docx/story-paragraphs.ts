/** Paragraphs, text boxes, notes and comments: where a run's text goes (ECMA-376 17.3.1, 17.11, 17.13). */
import type { Part } from '../../types.js'
import type { XmlElement } from '../shared/xml.js'
import { isFlat, shadingOf } from './run-properties.js'
import { coveredRuns } from './story-covers.js'
import { type DocxParagraph, squash, textOf } from './paragraph.js'
import { addWords } from './story-runs.js'
import { patternOf } from '../shared/paragraph/list-label.js'
import { keep, type StoryState, settle } from './story-state.js'

export function openParagraph(reading: StoryState, element: XmlElement, parent: string): void {
  const builder = reading.builders.at(-1)
  switch (element.name) {
    case 'w:p':
      startParagraph(reading)
      break
    case 'a:p':
      reading.textBoxes++
      startParagraph(reading)
      break
    case 'w:txbxContent':
      reading.textBoxes++
      break
    case 'w:rt':
      // Letters above the line, kept apart so that they do not stand between those of the line itself.
      reading.builders.push({ ...builder, paragraph: { runs: [], part: partOf(reading) } })
      break
    case 'w:comment':
      reading.author = element.attribute('w:author')
      break
    case 'w:pStyle':
      if (builder) builder.style = element.attribute('w:val') ?? ''
      break
    case 'w:numId':
      if (builder && parent === 'w:numPr') builder.list = element.attribute('w:val') ?? ''
      break
    case 'w:ilvl':
      if (builder && parent === 'w:numPr') builder.level = Number(element.attribute('w:val'))
      break
    case 'w:jc':
      if (builder && parent === 'w:pPr')
        builder.moved = /^(center|right|end)$/.test(element.attribute('w:val') ?? '')
      break
    case 'w:spacing':
      if (builder && parent === 'w:pPr') builder.flat = isFlat(element, 'w:lineRule', 'w:line')
      break
    case 'w:shd':
      if (builder && parent === 'w:pPr') builder.ground = shadingOf(element) ?? builder.ground ?? ''
      break
    case 'w:del':
    case 'w:moveFrom':
      if (isMark(reading)) builder!.flowsOn = true
      else if (!isProperty(parent)) reading.deleted++
      break
    case 'w:ins':
    case 'w:moveTo':
      if (!isProperty(parent)) reading.inserted++
      break
    case 'w:background':
      if (/^[0-9a-f]{6}$/i.test(element.attribute('w:color') ?? '')) {
        reading.background = element.attribute('w:color')!.toLowerCase()
      }
  }
}

/** Said of a run, a row or a cell's mark, not of what the element holds. */
function isProperty(parent: string): boolean {
  return parent === 'w:rPr' || parent === 'w:trPr' || parent === 'w:tcPr'
}

/** Inside `w:pPr/w:rPr`: said of the paragraph's end mark. */
function isMark({ path, builders }: StoryState): boolean {
  return path.at(-2) === 'w:rPr' && path.at(-3) === 'w:pPr' && builders.length > 0
}

function startParagraph(reading: StoryState): void {
  const table = reading.tables.at(-1)
  const paragraph: DocxParagraph = { runs: reading.carried, part: partOf(reading) }
  if (table?.depth === reading.textBoxes)
    paragraph.cell = { table: table.number, row: table.row, column: table.column }
  if (reading.author) paragraph.author = reading.author
  reading.carried = []
  reading.out.push(paragraph)
  reading.builders.push({ paragraph })
}

/** Automatic numbering stands before the text, where it says more than a number. */
function setNumber(reading: StoryState): void {
  const builder = reading.builders.at(-1)
  const stated = builder && reading.styles.list(builder.style)
  const id = builder?.list ?? stated?.list
  const list = id && reading.numbering.list(id)
  if (!builder || !list) return
  const at = builder.level ?? list.levelOf(builder.style ?? '') ?? stated?.level ?? 0
  const label = reading.counter.next(list.counts, at, list.levels)
  const { runs } = builder.paragraph
  const level = list.levels[at]
  if (!label || !level) return
  reading.labels.add(patternOf(level.label))
  addWords(reading, label + level.after, level.run)
  runs.unshift(...runs.splice(-1))
}

function partOf({ part, textBoxes }: StoryState): Part {
  return part === 'body' && textBoxes > 0 ? 'textbox' : part
}

export function closeParagraph(reading: StoryState, name: string): void {
  if (name === 'w:p') endParagraph(reading)
  else if (name === 'a:p') {
    endParagraph(reading)
    reading.textBoxes--
  } else if (name === 'w:txbxContent') reading.textBoxes--
  else if (name === 'w:rt') endRuby(reading)
  else if (name === 'w:comment') reading.author = undefined
  else if (isProperty(reading.path.at(-1) ?? '')) return
  else if (name === 'w:del' || name === 'w:moveFrom') reading.deleted--
  else if (name === 'w:ins' || name === 'w:moveTo') reading.inserted--
}

function endRuby(reading: StoryState): void {
  const ruby = reading.builders.pop()
  if (!ruby || !squash(textOf(ruby.paragraph.runs))) return
  const host = reading.builders.at(-1)?.paragraph
  if (host) (host.above ??= []).push(...ruby.paragraph.runs)
  else keep(reading, { ...ruby.paragraph, aside: true })
}

function endParagraph(reading: StoryState): void {
  setNumber(reading)
  const builder = reading.builders.pop()
  if (!builder) return
  const { paragraph, flowsOn } = builder
  if (paragraph.above) keep(reading, { runs: paragraph.above, part: paragraph.part, aside: true })
  if (paragraph.covers) paragraph.runs = coveredRuns(paragraph, builder.moved === true)
  const remains = paragraph.runs.some(({ deleted, text }) => !deleted && squash(text))
  if (flowsOn && remains) {
    reading.carried = paragraph.runs
    paragraph.dropped = true
  } else if (squash(textOf(paragraph.runs))) settle(reading, paragraph)
  else paragraph.dropped = true
}
