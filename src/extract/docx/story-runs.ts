/** Runs: their properties, their text, and whether anyone sees it (ECMA-376 17.3.2, 17.3.3). */
import type { HiddenBy } from '../../types.js'
import type { XmlElement } from '../shared/xml.js'
import {
  applyRunProperty,
  type DocxColour,
  hiddenBy,
  isBarred,
  type DocxRunProperties,
} from './run-properties.js'
import type { DocxRun } from './paragraph.js'
import type { StoryState } from './story-state.js'
import { seenIn, symbolOf } from './symbols.js'

/** Elements whose character data is text of the document. */
const texts = new Set(['w:t', 'w:delText', 'm:t', 'a:t'])

/** Empty elements that stand for a letter. */
const letters: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

export function openRun(reading: StoryState, element: XmlElement, parent: string): void {
  const { name } = element
  const run = reading.runs.at(-1)
  if (name === 'w:r' || name === 'm:r') reading.runs.push({})
  else if (texts.has(name)) reading.capture = (text) => addText(reading, text)
  else if (!run) return
  else if (name === 'w:sym')
    addText(reading, symbolOf(element.attribute('w:font'), element.attribute('w:char')))
  else if (parent === 'w:r' && letters[name]) addText(reading, letters[name])
  else if (isRunProperty(reading)) applyRunProperty(run, element, parent)
}

/** Below `w:r/w:rPr`, at any depth of fills and effects. */
function isRunProperty({ path }: StoryState): boolean {
  const at = path.lastIndexOf('w:rPr')
  return at > 0 && at < path.length - 1 && (path[at - 1] === 'w:r' || path[at - 1] === 'm:r')
}

export function closeRun(reading: StoryState, name: string): void {
  if (name === 'w:r' || name === 'm:r') reading.runs.pop()
  else if (texts.has(name)) reading.capture = null
}

/** Words that stand in no run: what a field or automatic numbering shows. */
export function addWords(reading: StoryState, text: string, properties: DocxRunProperties): void {
  reading.runs.push({ ...properties })
  addText(reading, '', text)
  reading.runs.pop()
}

function addText(reading: StoryState, raw: string, stated = raw): void {
  if (!stated) return
  const builder = reading.builders.at(-1)
  const properties = reading.styles.resolve(builder?.style, reading.runs.at(-1) ?? {})
  const place = placeHidden(reading)
  const ground = groundOf(reading)
  const why = place ?? hiddenBy(properties, ground)
  const isBar = !place && why === 'same-colour' && isBarred(properties, ground, reading.background)
  if (reading.textBoxes > 0 && stated.trim() && reading.shapes.at(-1)) reading.shapes.at(-1)!.filled = true
  const field = reading.fields.find(({ inCode }) => inCode)
  // The result of a field within a code is a part of that code.
  const around = field && reading.fields.findLast(({ inCode }) => inCode)
  if (around) around.code += stated
  const run: DocxRun = {
    text: raw ? seenIn(properties.font, raw) : stated,
    raw,
    deleted: reading.deleted > 0 || reading.tables.some(({ rowDeleted }) => rowDeleted),
    ...(reading.inserted > 0 && { inserted: true }),
    ...(why && { hiddenBy: why }),
    ...(isBar && { fitted: true }),
    ...(properties.size !== undefined && { size: properties.size }),
    ...(properties.bold && { bold: true }),
    ...(field && { field }),
  }
  if (builder) builder.paragraph.runs.push(run)
  else reading.out.push({ runs: [run], part: reading.part })
}

function placeHidden({ tables, shapes, builders }: StoryState): HiddenBy | undefined {
  if (tables.some(({ rowHidden }) => rowHidden)) return 'hidden-attribute'
  if (builders.at(-1)?.flat) return 'tiny'
  return shapes.find((shape) => shape.hiddenBy)?.hiddenBy
}

/** The colour behind the letters, from near to far. */
function groundOf(reading: StoryState): DocxColour {
  const builder = reading.builders.at(-1)
  const paragraph = builder?.ground || reading.styles.ground(builder?.style)
  if (paragraph) return paragraph
  for (const { ground, shaded, depth } of reading.tables.toReversed()) {
    if (depth < reading.textBoxes) break
    if (ground) return ground
    if (shaded) return 'unknown'
  }
  return reading.textBoxes > 0 ? (reading.shapes.at(-1)?.ground ?? 'unknown') : reading.background
}
