/** Where something is, and the phrases that speak of it. */
import type { PhraseCode } from '../phrases/index.js'

/** Left, top, width, height in page units; origin top-left, page upright. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** What kind of place in a document some text was read from. */
export type Part =
  | 'body'
  | 'header'
  | 'footer'
  | 'footnote'
  | 'endnote'
  | 'comment'
  | 'textbox'
  | 'title'
  | 'cell'
  | 'notes'
  | 'master'
  | 'sheet-name'
  | 'metadata'
  | 'bookmark'
  | 'form'
  | 'annotation'
  | 'page-label'
  | 'alt'
  | 'code'
  | 'link'
  | 'attachment'
  | 'picture'
  | 'deleted'
  | 'name'

/** One step inward: what was entered and, when known, where inside it. */
export interface Step {
  /** File name, archive entry name, attachment name; `/` separators, NFC. */
  readonly name: string
  readonly part?: Part
  readonly page?: number
  /** In page units while inspecting; `pageSize` turns it into fractions for reports. */
  readonly box?: Box
  readonly pageSize?: readonly [width: number, height: number]
  readonly sheet?: string
  readonly cell?: string
  /** Where pages are not stored, from 1: the paragraph of the text, or a table with its row and `column`. */
  readonly paragraph?: number
  readonly table?: number
  readonly row?: number
  readonly line?: number
  readonly column?: number
  /** A property, field or entry name inside the part: `dc:creator`, `Keywords`, `word/header1.xml`. */
  readonly label?: string
}
/** Outermost first: zip → docx p.4 → picture. Nesting and position are this one thing. */
export type Place = readonly [Step, ...Step[]]

/** A phrase of the dictionary with its arguments; reporters put it in the reader's language. */
export interface Phrase {
  readonly code: PhraseCode
  readonly args?: Readonly<Record<string, string | number>>
}

export type Lang = 'zh' | 'en'
export type Bilingual = Readonly<Record<Lang, string>>
