/** OCR engines and what one look at a picture gives. */
import type { Raster } from './page.js'
import type { Box } from './place.js'

export interface OcrEngine {
  readonly name: string
  /** Inference backends by name, the preferred one first. */
  readonly backends: readonly string[]
  /** The backend behind each way of computing a user may insist on; none when absent. */
  readonly ways?: Readonly<Record<string, string>>
  /** Paths of the files of its model, for their digest. */
  modelFiles(): readonly string[]
  open(options?: OcrOptions): Promise<OcrReader>
}
export interface OcrOptions {
  /** Insist on one inference backend instead of the first that loads. */
  readonly backend?: string
  /** The same by the user's word for it: `native`, `wasm`. */
  readonly way?: string
  /** Called after each run of a model, many times a page. */
  readonly onRun?: () => void
}
export interface OcrReader {
  /** Which inference backend came up: `onnxruntime-node`, `onnxruntime-web`, `tesseract.js`. */
  readonly backend: string
  readonly model: string
  /** A sign of marks the engine cannot read: what it has read may hold marks it did not see. */
  readonly blindTo?: string
  /** Lines in reading order; boxes in pixels of the raster. */
  read(raster: Raster, signal: AbortSignal): Promise<RecognisedPage>
  close(): Promise<void>
}
/** What one look at a picture gave. */
export interface RecognisedPage {
  readonly lines: readonly OcrLine[]
  /** Quarter turns clockwise that made the text upright; boxes are in the raster as given. */
  readonly turned: 0 | 1 | 2 | 3
  /** Where the lines of the picture slant or run from behind: all boxes are in the raster laid level, not as given. */
  readonly skew?: { readonly angle: number; readonly mirrored: boolean }
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
  /** Stands apart from the text: large or repeated, slanting or crossing its lines. */
  readonly watermark?: boolean
}
