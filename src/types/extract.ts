/** What extractors are given and what they may say. */
import type { HiddenBy, Page } from './page.js'
import type { Box, Place, Phrase } from './place.js'

/** Bytes and where they came from. A file on disk and a picture in a zip look the same. */
export interface Source {
  readonly place: Place
  /** The last path segment of the innermost name. */
  readonly name: string
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
  bytes(): Promise<Uint8Array>
  /** Where it lies, the same whichever link leads to it; absent where that is not known. */
  readonly identity?: string
  /** A file this one links to by a relative address, if it lies under the input's folder; else null. */
  sibling?(href: string): Promise<Source | null>
  /** What the document it stands in shows of a picture, as fractions of its sides; all of it when absent. */
  readonly shown?: readonly Box[]
  /** Why nobody sees it in the document it stands in. */
  readonly hiddenBy?: HiddenBy
  /** Whether the file it came in also holds what stands at this address (a saved web page). */
  carries?(href: string): boolean
  /** Lets go of what it holds open. */
  close?(): Promise<void>
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
  readonly detail: Phrase
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
  readonly notes: readonly Phrase[]
}

/** What extractors remark of a file without reading words in it; rules of family `remark` name them. */
export type Remark = 'executable' | 'link-missing' | 'link-remote' | 'media-file' | 'picture-remains'

/** What an extractor may say. It yields as it goes, so a late failure keeps the early pages. */
export type Piece =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'part'; readonly source: Source; readonly role: 'attachment' | 'picture' | 'linked' }
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly place: Place; readonly detail: Phrase }
  /** A part that carries no message (font, thumbnail): counted and named, not hidden. */
  | { readonly kind: 'inert'; readonly place: Place; readonly detail: Phrase }
  /** Something a rule of family `remark` reports: a linked file that is missing, an audio part. */
  | { readonly kind: 'remark'; readonly remark: Remark; readonly place: Place; readonly detail: Phrase }
  | { readonly kind: 'note'; readonly detail: Phrase }

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
  /** Loads what is slow to load, ahead of the first file; errors are left for that file to meet. */
  warm?(): Promise<void>
  /** How many pages the file has, if ranges of them can be inspected apart. */
  countPages?(source: Source, work: Work): Promise<number>
}
/** What an extractor is given besides the bytes. */
export interface Work {
  readonly budget: Budget
  /** 1-based, inclusive. The first range also carries what belongs to the whole document. */
  readonly range?: { readonly from: number; readonly to: number }
  /** SHA-256 of the outermost file, where it is known already. */
  readonly hash?: string
  /** Hears of errors nobody expected, for whoever debugs; the reader gets a gap. */
  readonly onCrash?: (error: unknown, place: Place) => void
}
/** Limits. `spend` throws Uninspectable `limit`; what was yielded before stays. */
export interface Budget {
  readonly signal: AbortSignal
  /** Bytes unpacked, pages, parts entered, pixels decoded. */
  spend(what: 'bytes' | 'pages' | 'parts' | 'pixels', amount: number): void
  /** Counts an entry that expands beyond the ratio. */
  bomb(): void
  /** Once a limit over the whole input is reached, what to say: nothing of it is inspected any more. */
  readonly gone: Phrase | null
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
