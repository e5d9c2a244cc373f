/**
 * The nouns of secscan. Everything that crosses a stage is one of these: plain, readonly, cloneable
 * (only `Source`, `Pixels` and `Work` carry functions; they never leave the process that made them).
 *
 * Offsets are 0-based and half-open, in UTF-16 units. Pages, lines and columns are 1-based. Boxes are in page
 * units (points for PDF, pixels for pictures) with the origin at the top-left of the upright page.
 */
import type { PhraseCode } from './phrases/index.js'

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
  readonly line?: number
  readonly column?: number
  /** A property, field or entry name inside the part: `dc:creator`, `Keywords`, `word/header1.xml`. */
  readonly label?: string
}
/** Outermost first: zip → docx p.4 → picture. Nesting and position are this one thing. */
export type Place = readonly [Step, ...Step[]]

/** A phrase of the dictionary with its arguments; reporters put it in the reader's language. */
export interface Said {
  readonly code: PhraseCode
  readonly args?: Readonly<Record<string, string | number>>
}

/** Bytes and where they came from. A file on disk and a picture in a zip look the same. */
export interface Source {
  readonly place: Place
  /** The last path segment of the innermost name. */
  readonly name: string
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
  bytes(): Promise<Uint8Array>
  /** A file this one links to by a relative address, if it lies under the input's folder; else null. */
  sibling?(href: string): Promise<Source | null>
}

export type Channel = 'text' | 'ocr' | 'metadata' | 'name'
export type Sight = 'visible' | 'hidden' | 'covered' | 'recovered'

/** The smallest run of text with one origin and one appearance. */
export interface Span {
  readonly text: string
  /** null: the format has no layout. */
  readonly box: Box | null
  readonly channel: Channel
  readonly sight: Sight
  /** 1 for stated text, below 1 for OCR. */
  readonly confidence: number
  /** Height of the type in page units (font size), where known. */
  readonly size?: number
  readonly bold?: boolean
  /** Why it is not visible, where `sight` is not `visible`. */
  readonly hiddenBy?: HiddenBy
  /** x, y, width, height per UTF-16 unit of `text`, in page units; length 4 × text.length. */
  readonly glyphs?: Float32Array
}
export type HiddenBy =
  | 'same-colour'
  | 'transparent'
  | 'invisible-mode'
  | 'tiny'
  | 'outside-page'
  | 'hidden-attribute'
  | 'hidden-layer'
  | 'deleted-revision'
  | 'earlier-revision'
  | 'comment'
  | 'collapsed'
  | 'under-shape'
  | 'under-picture'
  | 'ocr-layer'
  | 'markup'
  | 'redaction-pending'

/** A line as it stands on the page, or a whole paragraph where the format has no layout. */
export interface Line {
  readonly spans: readonly Span[]
  readonly part?: Part // body when absent
  /** The property or field the text belongs to: `Keywords`, `dc:creator`, a form field's name. */
  readonly label?: string
  /** Lines with the same number flow on as one paragraph; absent: the geometry decides, or each is its own. */
  readonly paragraph?: number
  /** Table cell, 0-based, with the number of the table on this page. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** Finer place than the page's own: sheet, cell, line, column. */
  readonly at?: Partial<Step>
  /** Text runs top to bottom. */
  readonly vertical?: boolean
  /** Which document inside the picture the line belongs to (two pages in one photograph); 0 when absent. */
  readonly sheetInPicture?: number
}

/** Seen in pixels or drawing commands: black box, mosaic, blur, sticker. */
export interface Mark {
  readonly kind: string
  readonly box: Box
  readonly confidence: number
  readonly recovered?: string
}

/** RGBA pixels, row by row, no padding. `scale` is pixels per page unit. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly rgba: Uint8Array
}

/** Pixels on demand. Rendering is the dearest step, so a page says how, and `see` says when. */
export interface Pixels {
  /** `scale` in pixels per page unit; `box` in page units, whole page when absent. */
  render(scale: number, box?: Box): Promise<Raster>
  /** The scale at which the picture was made (1 for an image file), or 200/72 for drawn pages. */
  readonly naturalScale: number
}

/**
 * `stated`: the text layer can be trusted and nothing else carries text.
 * `pixels`: must be read by OCR. `both`: trusted text beside pictures that may carry more.
 */
export type Reading = 'stated' | 'pixels' | 'both'

export interface Page {
  readonly place: Place
  readonly width?: number // page units; absent: no layout
  readonly height?: number
  readonly lines: readonly Line[]
  readonly marks: readonly Mark[]
  readonly reading: Reading
  readonly pixels?: Pixels
  /** Where pictures stand on a page whose reading is `both`; only these are read by OCR. */
  readonly pictures?: readonly Box[]
  /** Why nobody sees what OCR reads here (colours behind an alpha channel); absent: it is visible. */
  readonly hiddenBy?: HiddenBy
  /** The part of the page this reading covers, when one picture shows several sheets; its own head and corners. */
  readonly frame?: Box
  /** Quarter turns clockwise that made the page upright; boxes are in the upright page. */
  readonly turned?: 1 | 2 | 3
  /** 1-based number within its document and that document's page count, for "first page" evidence. */
  readonly number?: number
  readonly of?: number
}

export type GapCause =
  | 'unreadable'
  | 'encrypted'
  | 'corrupt'
  | 'unsupported'
  | 'limit'
  | 'timeout'
  | 'crashed'
  | 'illegible'
  | 'disabled'
/** Something that was not inspected. Never made by a rule, never switched off by one. */
export interface Gap {
  readonly id: string
  readonly cause: GapCause
  readonly place: Place
  readonly detail: Said
}

/** What was opened. A flat list: Place already tells the nesting. Counts are added up as pieces arrive. */
export interface Document {
  readonly place: Place
  readonly format: string
  readonly hash: string
  readonly pages: number
  readonly ocrPages: number
  readonly pictures: number
  /** Said about how it was opened: `a .pdf that is a DOCX`. */
  readonly notes: readonly Said[]
}

/** What an extractor may say. It yields as it goes, so a late failure keeps the early pages. */
export type Piece =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'part'; readonly source: Source; readonly role: 'attachment' | 'picture' | 'linked' }
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly place: Place; readonly detail: Said }
  /** A part that carries no message (font, thumbnail): counted and named, not hidden. */
  | { readonly kind: 'inert'; readonly place: Place; readonly detail: Said }
  /** Something a rule of family `remark` reports: a linked file that is missing, an audio part. */
  | { readonly kind: 'remark'; readonly remark: string; readonly place: Place; readonly detail: Said }
  | { readonly kind: 'note'; readonly detail: Said }

/** What the first look at a file gives: enough to tell what it is. */
export interface Probe {
  /** Up to the first 8 KiB. */
  readonly head: Uint8Array
  /** Lower-case name. */
  readonly name: string
  /** Entry names of a ZIP or CFB container (mimetype first if present); empty for anything else. */
  readonly entries: readonly string[]
}
export interface Extractor {
  readonly format: string
  /** Bytes first, extension as tie-break. */
  accepts(probe: Probe): boolean
  /** Extensions that belong to this format, without the dot; anything else is said in a note. */
  readonly extensions: readonly string[]
  extract(source: Source, work: Work): AsyncIterable<Piece>
  /** How many pages the file has, if ranges of them can be inspected apart. */
  countPages?(source: Source, work: Work): Promise<number>
}
/** What an extractor is given besides the bytes. */
export interface Work {
  readonly budget: Budget
  /** 1-based, inclusive. The first range also carries what belongs to the whole document. */
  readonly range?: { readonly from: number; readonly to: number }
  /** Hears of errors nobody expected, for whoever debugs; the reader gets a gap. */
  readonly onCrash?: (error: unknown, place: Place) => void
}
/** Limits. `spend` throws OverLimit; what was yielded before stays. */
export interface Budget {
  readonly signal: AbortSignal
  /** Bytes unpacked, pages, parts entered, pixels decoded. */
  spend(what: 'bytes' | 'pages' | 'parts' | 'pixels', amount: number): void
  readonly limits: Limits
}
export interface Limits {
  readonly bytes: number
  readonly ratio: number
  readonly parts: number
  readonly pages: number
  readonly depth: number
  readonly pixels: number
}

export interface OcrEngine {
  readonly name: string
  open(options?: OcrOptions): Promise<OcrReader>
}
export interface OcrOptions {
  /** Insist on one inference backend instead of the first that loads. */
  readonly backend?: string
}
export interface OcrReader {
  /** Which inference backend came up: `onnxruntime-node`, `onnxruntime-web`, `tesseract.js`. */
  readonly backend: string
  readonly model: string
  /** Lines in reading order; boxes in pixels of the raster. */
  read(raster: Raster, signal: AbortSignal): Promise<Sheet>
  close(): Promise<void>
}
/** What one look at a picture gave. */
export interface Sheet {
  readonly lines: readonly OcrLine[]
  /** Quarter turns clockwise that made the text upright; boxes are in the raster as given. */
  readonly turned: 0 | 1 | 2 | 3
  /** Text-like structure that no pass could read with confidence, in raster pixels. */
  readonly illegible: readonly Box[]
  /** What was tried and what it cost. */
  readonly passes?: OcrPasses
}
/** The work behind one sheet: counts of model runs and the time spent inside the models. */
export interface OcrPasses {
  /** One word per step taken, in order: `page`, `tile`, `small`, `turned`, `again` … */
  readonly tried: readonly string[]
  readonly detections: number
  readonly recognitions: number
  readonly detectionMs: number
  readonly recognitionMs: number
  /** Model time of one detection of the page and one recognition per line kept. */
  readonly leastMs: number
}
export interface OcrLine {
  readonly text: string
  /** Upright box in raster pixels. */
  readonly box: Box
  readonly confidence: number
  readonly vertical?: boolean
  /** Start and end of each UTF-16 unit along the line, in raster pixels, where the engine tells. */
  readonly columns?: Float32Array
  readonly sheetInPicture?: number
}

export type Level = 'block' | 'review' | 'note'
export type Lang = 'zh' | 'en'
export type Bilingual = Readonly<Record<Lang, string>>

/** Why a candidate counts as a mark (or was let through as a mention). */
export type Evidence = Said

/** A matched text with its way home, made in a worker. Crosses the process border. */
export interface Hit {
  readonly rule: string
  readonly level: Level
  /** Normalised matched text; never printed, only hashed into the id. */
  readonly term: string
  /** Already masked where the rule asks for it. */
  readonly quote: string
  readonly place: Place
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

export interface Finding {
  /** Stable fingerprint; holds no text. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly quote: string
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  readonly places: readonly [Place, ...Place[]] // first is primary
}

/** All that is known about one input before anyone judges it. */
export interface Inspection {
  readonly source: Place
  readonly hash: string
  readonly documents: readonly Document[]
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  readonly inert: readonly { readonly place: Place; readonly detail: Said }[]
}

export type Decision = 'publish' | 'block'
export interface Verdict {
  readonly decision: Decision
  readonly needsReview: number
  readonly complete: boolean
}
export interface Judged {
  readonly inspection: Inspection
  readonly verdict: Verdict
}

/** What every rule says about itself, whatever its family. Plain data: it is sent to child processes. */
export interface RuleHead {
  readonly id: string
  readonly pack: string
  readonly level: Level
  readonly title: Bilingual
  readonly why: Bilingual
  /** Instrument, year and article; absent where nothing verified can be cited. */
  readonly basis?: Bilingual
  readonly advice: Bilingual
}

/** Standings that speak for a mark or against it; each has a phrase `match.<name>` and a weight in the rules. */
export type Standing =
  | 'alone-on-line'
  | 'alone-in-cell'
  | 'alone-in-segment'
  | 'first-lines'
  | 'page-head'
  | 'top-left'
  | 'top-right'
  | 'page-edge'
  | 'header'
  | 'footer'
  | 'file-name'
  | 'property'
  | 'comment'
  | 'hidden'
  | 'deleted'
  | 'covered'
  | 'textbox'
  | 'label'
  | 'large-type'
  | 'bold'
  | 'official-head'
  | 'copy-number'
  | 'title-end'
  | 'field-cell'
  | 'at-foot'
  | 'in-sentence'
  | 'in-comment-sentence'
  | 'quoted'
  | 'work-title'
  | 'listed'
  | 'example'
  | 'introduced'
  | 'running'
  | 'numbered'
  | 'topic'
  | 'code'
  | 'link'
  | 'glued'

/** What a form of writing shows by itself. */
export type Shown =
  | 'level'
  | 'star'
  | 'star-substitute'
  | 'star-misread'
  | 'term'
  | 'misread'
  | 'field'
  | 'brackets'
  | 'portion'
  | 'phrase'
  | 'number'
  | 'head'
  | 'partial'
  | 'banner'

/** Words near a candidate that speak for it or against it. */
export interface Beside {
  /** Source of a regular expression over normalised text. */
  readonly pattern: string
  /** `row`: same line; `near`: twelve rows either way; `above`/`below`: eight rows; `page`: anywhere on it. */
  readonly within: 'row' | 'near' | 'above' | 'below' | 'page'
  readonly weight: number
  /** Without these words the candidate is a mention. */
  readonly required?: boolean
  /** A named check every match must pass for the words to count. */
  readonly check?: string
}

/** What sets a matcher off: words that must occur, or a run of this many digits. */
export interface Trigger {
  readonly keywords: readonly string[]
  readonly digits?: number
}

/** One way a mark is written. */
export interface Form extends Trigger {
  readonly name: string
  readonly pattern: string
  readonly shows: readonly Shown[]
  /** What the writing alone is worth before its standing is looked at. */
  readonly strength: number
  /** The highest level this form can reach; the rule's own when absent. */
  readonly level?: Level
  /** At least one of these must hold, or it is a mention. */
  readonly needs?: readonly Standing[]
  /** Standings that do not count for this form. */
  readonly ignores?: readonly Standing[]
  /** Ends that may not touch another character of a word. */
  readonly bounded?: 'start' | 'end' | 'both'
  /** Group 1 is the term where the pattern has one; the label of a field is not part of the term. */
  readonly beside?: readonly Beside[]
}

export type Weights = Readonly<Record<Standing, number>>

/** A mark or a mention: the writing and the standing are weighed against each other. */
export interface MarkRule extends RuleHead {
  readonly family: 'mark'
  readonly forms: readonly Form[]
  readonly weights: Weights
  /** Scores from which a candidate counts. */
  readonly bars: { readonly block: number; readonly review: number }
  readonly beside: readonly Beside[]
  readonly cues: Cues
}

/** Wording that tells standing, as sources of regular expressions over normalised text. */
export interface Cues {
  /** What may stand on the line of a mark without making it a sentence: copy number, urgency, an organ. */
  readonly companions: string
  /** Labels whose cell gives the value in the next cell its meaning; empty: none. */
  readonly labels: string
  /** Words of which three in successive rows, or two joined by 、, make a list and no mark; empty: none. */
  readonly peers: string
  readonly example: string
  readonly introduction: string
  readonly numbering: string
  /** Words of texts about secrecy; three different ones make the page such a text. */
  readonly topic: string
  readonly officialHead: string
  readonly copyNumber: string
}

/** A shape of text that counts wherever it stands: numbers with checksums. */
export interface PatternRule extends RuleHead, Trigger {
  readonly family: 'pattern'
  readonly pattern: string
  readonly check?: string
  readonly mask?: 'identity' | 'phone' | 'card'
  /** Text around the match (24 characters before, 8 after) that rules it out. */
  readonly except: readonly string[]
  /** Words before the match in its row or in the label of its column that change the level. */
  readonly lowered?: { readonly pattern: string; readonly level: Level }
}

/** Reported by extractors and detectors under these names; nothing is matched in text. */
export interface RemarkRule extends RuleHead {
  readonly family: 'remark'
  readonly remarks: readonly string[]
}

/** Seen in pixels or drawing commands: `Mark.kind` is one of these. */
export interface PixelRule extends RuleHead {
  readonly family: 'pixels'
  readonly kinds: readonly string[]
}

/** Text of this visibility, whatever it says. */
export interface SightRule extends RuleHead {
  readonly family: 'sight'
  readonly sights: readonly Sight[]
  readonly hiddenBy?: readonly HiddenBy[]
  /** Fewer characters than this say nothing. */
  readonly least: number
}

export type Rule = MarkRule | PatternRule | RemarkRule | PixelRule | SightRule
