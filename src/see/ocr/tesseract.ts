/** The second engine: tesseract.js with Simplified Chinese, all from the installed packages. */
import { greymap } from './tesseract/greymap.js'
import type { Quarters } from './paper/orientation.js'
import type { RgbaPicture, Window } from './picture.js'
import { confidenceOf, linesFrom } from './tesseract/lines.js'
import { languageFile, openTesseract } from './tesseract/worker.js'
import type { Tesseract } from './tesseract/worker.js'
import { stretches } from './paper/tiles.js'
import type { OcrEngine, OcrLine, OcrOptions, OcrReader, Raster, RecognisedPage } from '../../types.js'

export const tesseract: OcrEngine = {
  name: 'tesseract',
  backends: ['tesseract.js'],
  modelFiles: () => [languageFile()],
  open,
}

/** Taller pictures are read in bands, to bound memory. */
const tallest = 3200
/** Smaller pictures are enlarged: tesseract wants type of 30 pixels. */
const small = 1000
/** A page read this badly may be lying on its side or head. */
const doubtful = 0.62

/** Below this tesseract is guessing. */
const illegible = 0.25

async function open({ onRun = () => undefined }: OcrOptions = {}): Promise<OcrReader> {
  const opened = await openTesseract()
  const engine: Tesseract = {
    recognise: (...given) => opened.recognise(...given).finally(onRun),
    close: () => opened.close(),
  }
  return {
    backend: 'tesseract.js',
    model: 'tesseract 5 chi_sim best_int',
    blindTo: '★',
    read: (raster, signal) => readSheet(engine, raster, signal),
    close: () => engine.close(),
  }
}

async function readSheet(engine: Tesseract, raster: Raster, signal: AbortSignal): Promise<RecognisedPage> {
  let best = { lines: await readTurned(engine, raster, 0, signal), turned: 0 as Quarters }
  for (const turned of [2, 1, 3] as const) {
    if (best.lines.length === 0 || confidenceOf(best.lines) > doubtful) break
    const lines = await readTurned(engine, raster, turned, signal)
    if (confidenceOf(lines) > confidenceOf(best.lines)) best = { lines, turned }
  }
  const sure = best.lines.filter((line) => line.confidence >= illegible)
  const unsure = best.lines.filter((line) => line.confidence < illegible && line.text.length > 3)
  return { lines: sure, turned: best.turned, illegible: unsure.map(({ box }) => box) }
}

async function readTurned(
  engine: Tesseract,
  picture: RgbaPicture,
  turned: Quarters,
  signal: AbortSignal,
): Promise<OcrLine[]> {
  const enlarged = Math.max(picture.width, picture.height) < small ? 2 : 1
  const lines: OcrLine[] = []
  for (const { window, keepFrom, keepTo } of bandsOf(picture)) {
    const page = await engine.recognise(greymap(picture, window, turned, enlarged), signal)
    const inside = ({ box }: OcrLine): boolean =>
      box[1] + box[3] / 2 >= keepFrom && box[1] + box[3] / 2 < keepTo
    lines.push(...linesFrom(page, { window, turned, enlarged }).filter(inside))
  }
  return lines
}

/** Bands from top to bottom; a line belongs to the band that keeps its middle. */
function bandsOf(picture: RgbaPicture): { window: Window; keepFrom: number; keepTo: number }[] {
  return stretches(picture.height, tallest).map(({ from, to, keepFrom, keepTo }) => ({
    window: { x: 0, y: from, width: picture.width, height: Math.min(to, picture.height) - from },
    keepFrom,
    keepTo,
  }))
}
