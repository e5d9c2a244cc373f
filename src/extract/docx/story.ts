/** Reads one WordprocessingML story (body, header, notes, comments) with everything in it, seen or not. */
import type { Part, Phrase } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { type XmlSink, xmlSteps } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { closeAlternate, openAlternate } from './story-alternates.js'
import { closeDrawing, openDrawing } from './story-drawings.js'
import { isKnownElement } from './known.js'
import { closeField, openField } from './story-fields.js'
import { closeParagraph, openParagraph } from './story-paragraphs.js'
import { closeRun, openRun } from './story-runs.js'
import type { DocxParagraph } from './paragraph.js'
import { aside, StoryState, type StoryLook } from './story-state.js'
import { closeTable, openTable } from './story-tables.js'

/** Old properties kept by tracked changes: no text, and not how it looks now (ECMA-376 17.13.5). */
const formerProperties = /^w:(rPr|pPr|tblPr|tblPrEx|tblGrid|tcPr|trPr|sectPr)Change$/

export interface StoryEnd {
  /** What was wrong with the part. */
  readonly fault: Phrase | null
  /** Elements we do not know, or alternatives that say different things: another reader may see another order. */
  readonly doubted: boolean
}

/** Batches of finished paragraphs as the reading goes on. */
export function* storySteps(
  bytes: Uint8Array,
  part: Part,
  look: StoryLook,
): Generator<readonly DocxParagraph[], StoryEnd> {
  const reading = new StoryState(part, look)
  const steps = xmlSteps(bytes, ooxmlPrefixes, sinkOf(reading))
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield reading.flush()
  yield reading.finish()
  return { fault: step.value, doubted: reading.doubted }
}

function sinkOf(reading: StoryState): XmlSink {
  return {
    open(element) {
      const parent = reading.path.at(-1) ?? ''
      reading.path.push(element.name)
      if (reading.former > 0 || formerProperties.test(element.name)) {
        reading.former++
        return
      }
      reading.doubted ||= !isKnownElement(element.name, reading.path)
      openAlternate(reading, element)
      openParagraph(reading, element, parent)
      openRun(reading, element, parent)
      openField(reading, element)
      openTable(reading, element, parent)
      openDrawing(reading, element, parent)
    },
    text(text) {
      if (reading.capture) reading.capture(text)
      // Words in an element nobody knows are shown by no program, and are in the file all the same.
      else if (hasHan(text)) aside(reading, { part: 'code', text: text.trim(), hiddenBy: 'markup' })
    },
    close(name) {
      reading.path.pop()
      if (reading.former > 0) {
        reading.former--
        return
      }
      closeRun(reading, name)
      closeField(reading, name)
      closeParagraph(reading, name)
      closeTable(reading, name)
      closeDrawing(reading, name)
      closeAlternate(reading, name)
    },
  }
}
