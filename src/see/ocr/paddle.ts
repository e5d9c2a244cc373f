/** The default engine: PP-OCRv4 mobile on ONNX Runtime. */
import type { OcrEngine, OcrLine, OcrOptions, OcrReader, Raster, Sheet } from '../../types.js'
import { detect } from './detect.js'
import { loadAlphabet, modelFiles, modelName } from './models.js'
import { inReadingOrder } from './reading-order.js'
import { recognise } from './recognise.js'
import { wholeOf } from './picture.js'
import { openRuntime } from './session.js'
import type { Backend, Model } from './session.js'
import { boxOf } from './strip.js'

export const paddle: OcrEngine = { name: 'paddle', open }

async function open(options: OcrOptions = {}): Promise<OcrReader> {
  const runtime = await openRuntime(options.backend as Backend | undefined)
  const detection = await runtime.load(modelFiles.detection, true)
  const recognition = await runtime.load(modelFiles.recognition, false)
  const alphabet = await loadAlphabet()
  return {
    backend: runtime.backend,
    model: modelName,
    read: (raster, signal) => readSheet(detection, recognition, alphabet, raster, signal),
    close: async () => {
      await detection.close()
      await recognition.close()
    },
  }
}

async function readSheet(
  detection: Model,
  recognition: Model,
  alphabet: readonly string[],
  raster: Raster,
  signal: AbortSignal,
): Promise<Sheet> {
  const scale = Math.min(1, 960 / Math.max(raster.width, raster.height))
  const strips = await detect(detection, raster, wholeOf(raster), scale)
  const lines: OcrLine[] = []
  for (const strip of strips) {
    signal.throwIfAborted()
    const reading = await recognise(recognition, alphabet, raster, strip)
    if (reading.text === '') continue
    lines.push({ text: reading.text, box: boxOf(strip), confidence: reading.confidence })
  }
  return { lines: inReadingOrder(lines), turned: 0, illegible: [] }
}
