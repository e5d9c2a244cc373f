/** A page as it is read: spans of text, lines, marks, pixels on demand. */
import type { Box, Part, Place, Step } from './place.js'

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
  /**
   * Whether a person sees it must be decided by what is drawn, per UTF-16 unit of `text`: 0 no question, 1 to 254 the
   * nth of the page's covers stands over it, 255 its colour may be that of its ground or a clip
   * path may leave it out.
   */
  readonly doubts?: Uint8Array
  /** Covered by something opaque of about its own size, as a redaction is. */
  readonly fitted?: boolean
}
export type HiddenBy =
  | 'same-colour'
  | 'transparent'
  | 'invisible-mode'
  | 'tiny'
  | 'outside-page'
  | 'hidden-attribute'
  /** Hidden by the style or markup of a web page, as menus, tabs and templates are. */
  | 'not-displayed'
  | 'hidden-layer'
  | 'deleted-revision'
  | 'earlier-revision'
  /** On a page that is in the file but no longer in its list of pages. */
  | 'removed-page'
  | 'comment'
  | 'collapsed'
  | 'under-shape'
  | 'under-picture'
  | 'ocr-layer'
  | 'layer-only'
  | 'markup'
  | 'redaction-pending'
  /** The document shows only a part of the picture. */
  | 'cropped'
  /** In the small picture of its first page that a document carries. */
  | 'thumbnail'

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

/** Ways of hiding that detectors tell apart; each has a phrase `match.pixels.<kind>`. */
export type MarkKind = 'box' | 'mosaic' | 'blur' | 'marker' | 'scribble' | 'strip' | 'erased'

/**
 * What in the pixels or the drawing tells that a patch hides something: paper whose grain it lacks, tiles of a mosaic,
 * ink that was drawn before it.
 */
export type HidingTell = 'paper' | 'tiles' | 'ink'

/** Seen in pixels or drawing commands. */
export interface Mark {
  readonly kind: MarkKind
  readonly box: Box
  readonly confidence: number
  readonly recovered?: string
  readonly tells?: readonly HidingTell[]
}

/** Something drawn later than text or a picture, and over it. */
export interface Cover {
  /**
   * `redaction`: marked for removal but not removed (ISO 32000-2, 12.5.6.23); `ground`: it lies beneath text of its own
   * colour.
   */
  readonly kind: 'shape' | 'picture' | 'annotation' | 'redaction' | 'ground'
  readonly box: Box
  /** Nothing beneath it can shine through, as far as the file tells. */
  readonly opaque: boolean
  /** How much of the page it takes, 0 to 1. */
  readonly share: number
  /** It stands over a picture that may carry text. */
  readonly overPicture: boolean
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
  /** The same without the text that has doubts, or without the page's covers. */
  renderWithout?(what: 'doubted-text' | 'covers', scale: number, box: Box): Promise<Raster>
  /** That ink of `Page.ink` alone, on white or on black; what nobody sees is drawn as if it were switched on. */
  renderInk?(index: number, scale: number, box: Box, ground: 'white' | 'black'): Promise<Raster>
}

/** Something a page draws that may be letters though no text says so: outlines, strokes, patterns, what is switched off. */
export interface Ink {
  /** In page units. */
  readonly box: Box
  /** Why nobody sees it; absent: it is visible. */
  readonly hiddenBy?: HiddenBy
}

/**
 * `stated`: the text layer can be trusted and nothing else carries text.
 * `pixels`: must be read by OCR. `both`: trusted text beside pictures that may carry more.
 */
export type Reading = 'stated' | 'pixels' | 'both'

/** What was done to a skewed page so that its lines run level: turned by −`angle` about its middle, on a larger page. */
export interface Skewed {
  /** Radians, clockwise. */
  readonly angle: number
  /** Left and right were exchanged first. */
  readonly mirrored: boolean
  /** The middle on the page as it is stored and on the level one, in page units. */
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

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
  /** Ink no text accounts for; each is drawn by itself and read where it looks like letters. */
  readonly ink?: readonly Ink[]
  /** What may hide text or parts of pictures; only listed where it stands over some. */
  readonly covers?: readonly Cover[]
  /** Why nobody sees what OCR reads here (colours behind an alpha channel); absent: it is visible. */
  readonly hiddenBy?: HiddenBy
  /** What the document shows of the picture, as fractions of its sides; all of it when absent. */
  readonly shown?: readonly Box[]
  /** The part of the page this reading covers, when one picture shows several sheets; its own head and corners. */
  readonly frame?: Box
  /** Quarter turns clockwise that made the page upright; boxes are in the upright page. */
  readonly turned?: 1 | 2 | 3
  /** The lines of the page slant, or it shows its text from behind: boxes are on the page laid level, before it was turned. */
  readonly skewed?: Skewed
  /** 1-based number within its document and that document's page count, for "first page" evidence. */
  readonly number?: number
  readonly of?: number
}
