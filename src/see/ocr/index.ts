/** The OCR engines secscan knows, one line each. */
import { UsageError } from '../../errors.js'
import type { OcrEngine, OcrOptions, OcrReader } from '../../types.js'
import { paddle } from './paddle.js'

export const ocrEngines = { paddle } satisfies Record<string, OcrEngine>

export type OcrEngineName = keyof typeof ocrEngines

/** Throws UsageError for a name or backend that does not exist, Uninspectable `disabled` when nothing loads. */
export async function openOcr(name: string, options: OcrOptions = {}): Promise<OcrReader> {
  const engine = (ocrEngines as Record<string, OcrEngine>)[name]
  if (!engine) {
    const known = Object.keys(ocrEngines).join('、')
    throw new UsageError({ code: 'ocr.engine-unknown', args: { engine: name, known } })
  }
  return engine.open(options)
}
