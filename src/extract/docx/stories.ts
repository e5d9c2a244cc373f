/** The texts of a Word document in the order a reader meets them: body, headers, footers, notes, comments, the rest. */
import type { Line, Part } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { readDrawingText, readXmlText } from '../shared/xml/text.js'
import type { ZipEntry } from '../shared/zip.js'
import { readBody } from './body.js'
import { labelOf, saysWords } from '../shared/paragraph/list-label.js'
import { linesOf } from '../shared/paragraph/lines.js'
import { entriesOf, type Opened, report, take } from './opened.js'
import type { DocxPartKind } from './parts.js'
import { storySteps } from './story.js'
import type { DocxParagraph } from './paragraph.js'
import { type DocxNumbering, readNumbering } from './numbering.js'
import type { StoryLook } from './story-state.js'
import { readStyles, type DocxStyles } from './styles.js'
import { weave } from './weave.js'

const stories: readonly (readonly [DocxPartKind, Part])[] = [
  ['body', 'body'],
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['comments', 'comment'],
  ['glossary', 'form'],
]

/**
 * mammoth holds the whole document in trees of about sixty times its size; beyond this many bytes of XML (some three
 * hundred pages) our own reading, which is complete by itself, stands alone.
 */
const MOST_FOR_MAMMOTH = 3 * 1024 * 1024

export async function* storyLines(opened: Opened): AsyncGenerator<Line> {
  const numbering = await numberingOf(opened)
  const look: StoryLook = { styles: await stylesOf(opened), numbering, labels: new Set() }
  let tables = 0
  for (const [kind, part] of stories) {
    for (const entry of entriesOf(opened, kind)) {
      const before = tables
      for await (const batch of batchesOf(opened, entry, part, look)) {
        for (const paragraph of kind === 'glossary' ? batch.map(building) : batch) {
          const { cell } = paragraph
          if (cell) tables = Math.max(tables, before + cell.table + 1)
          const placed = cell ? { ...paragraph, cell: { ...cell, table: before + cell.table } } : paragraph
          yield* linesOf(placed)
        }
      }
    }
  }
  yield* drawingLines(opened)
  yield* numberingLines(opened, look.labels)
}

async function stylesOf(opened: Opened): Promise<DocxStyles> {
  const [entry] = entriesOf(opened, 'styles')
  const styles = readStyles(entry ? await take(opened, entry) : null)
  if (entry) report(opened, entry, styles.fault)
  return styles
}

async function* batchesOf(
  opened: Opened,
  entry: ZipEntry,
  part: Part,
  look: StoryLook,
): AsyncGenerator<readonly DocxParagraph[]> {
  const bytes = await take(opened, entry)
  const steps = storySteps(bytes, part, look)
  const twice = part === 'body' && bytes.length <= MOST_FOR_MAMMOTH
  const held: DocxParagraph[] = []
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    if (twice) held.push(...step.value)
    else yield step.value
  }
  const { fault, doubted } = step.value
  report(opened, entry, fault)
  if (twice) yield fault || !doubted ? held : await woven(opened, entry, bytes, held)
}

async function woven(opened: Opened, entry: ZipEntry, bytes: Uint8Array, own: readonly DocxParagraph[]) {
  try {
    const parts = await mammothParts(opened, entry, bytes)
    const size = [...parts.values()].reduce((sum, part) => sum + part.length, 0)
    return size > MOST_FOR_MAMMOTH ? own : weave(own, await readBody(parts))
  } catch {
    // mammoth gives up on files that Word still opens; nothing is lost, for our own reading is complete by itself.
    return own
  }
}

async function mammothParts(opened: Opened, body: ZipEntry, bytes: Uint8Array) {
  const parts = new Map([[body.name, bytes]])
  const needed = [...opened.pack.plumbing, ...entriesOf(opened, 'styles'), ...entriesOf(opened, 'numbering')]
  for (const entry of needed) {
    if (!parts.has(entry.name)) parts.set(entry.name, (await opened.zip.salvage(entry)).bytes)
  }
  return parts
}

/** Building blocks are kept for insertion; no page shows them. */
function building(paragraph: DocxParagraph): DocxParagraph {
  const runs = paragraph.runs.map((run) => ({ ...run, hiddenBy: run.hiddenBy ?? ('markup' as const) }))
  return { ...paragraph, label: 'glossary', runs }
}

/** Charts, diagrams and the shapes drawn on them. */
async function* drawingLines(opened: Opened): AsyncGenerator<Line> {
  const told = new Set<string>()
  for (const entry of entriesOf(opened, 'drawing')) {
    const { found, fault } = readDrawingText(await take(opened, entry))
    report(opened, entry, fault)
    for (const { label, text } of found) {
      if (told.has(text)) continue
      told.add(text)
      yield statedLine(text, { part: label === 'alt' ? 'alt' : 'textbox', at: { label: entry.name } })
    }
  }
}

async function numberingOf(opened: Opened): Promise<DocxNumbering> {
  const [entry] = entriesOf(opened, 'numbering')
  return readNumbering(entry ? await take(opened, entry) : null)
}

/** Words of automatic numbering that stand before no paragraph. */
async function* numberingLines(opened: Opened, told: Set<string>): AsyncGenerator<Line> {
  for (const entry of entriesOf(opened, 'numbering')) {
    const { found, fault } = readXmlText(await take(opened, entry))
    report(opened, entry, fault)
    for (const { label, text } of found) {
      if (!label.startsWith('lvlText@') || told.has(text) || !saysWords(labelOf(text))) continue
      told.add(text)
      yield statedLine(text, { label: 'numbering' })
    }
  }
}
