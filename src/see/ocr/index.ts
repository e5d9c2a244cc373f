/** The OCR engines secscan knows, one line each. */
import { Uninspectable, UsageError } from '../../errors.js'
import type { OcrEngine, OcrOptions, OcrReader } from '../../types.js'
import { paddle } from './paddle.js'
import { tesseract } from './tesseract.js'

export const ocrEngines = { paddle, tesseract } satisfies Record<string, OcrEngine>

/** Throws UsageError for a name or backend that does not exist, Uninspectable `disabled` when nothing loads. */
export async function openOcr(name: string, options: OcrOptions = {}): Promise<OcrReader> {
  const engine = (ocrEngines as Record<string, OcrEngine>)[name]
  if (!engine) {
    const known = Object.keys(ocrEngines).join('、')
    throw new UsageError({ code: 'ocr.engine-unknown', args: { engine: name, known } })
  }
  const { backend } = options
  if (backend && !engine.backends.includes(backend)) {
    const args = { engine: name, backend, known: engine.backends.join('、') }
    throw new UsageError({ code: 'ocr.backend-unknown', args })
  }
  try {
    return await engine.open(options)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.split('\n')[0]! : String(fault)
    throw new Uninspectable('disabled', { code: 'ocr.engine-missing', args: { engine: name, reason } })
  }
}
