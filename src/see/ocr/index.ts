/** The OCR engines by name. Adding one is one file and one line here; each loads when it is asked for. */
import { Uninspectable, UsageError } from '../../errors.js'
import type { OcrEngine, OcrOptions, OcrReader } from '../../types.js'

export const ocrEngines = {
  paddle: () => import('./paddle.js').then(({ paddle }) => paddle),
  tesseract: () => import('./tesseract.js').then(({ tesseract }) => tesseract),
} satisfies Record<string, () => Promise<OcrEngine>>

/** Throws UsageError for a name that does not exist. */
export async function engineNamed(name: string): Promise<OcrEngine> {
  const load = (ocrEngines as Record<string, () => Promise<OcrEngine>>)[name]
  if (load) return load()
  const known = Object.keys(ocrEngines).join('、')
  throw new UsageError({ code: 'ocr.engine-unknown', args: { engine: name, known } })
}

/** Throws UsageError for a name or backend that does not exist, Uninspectable `disabled` when nothing loads. */
export async function openOcr(name: string, options: OcrOptions = {}): Promise<OcrReader> {
  const engine = await engineNamed(name)
  const backend = options.backend ?? (options.way && engine.ways?.[options.way])
  if (backend && !engine.backends.includes(backend)) {
    const args = { engine: name, backend, known: engine.backends.join('、') }
    throw new UsageError({ code: 'ocr.backend-unknown', args })
  }
  try {
    const { onRun } = options
    return await engine.open({ ...(backend && { backend }), ...(onRun && { onRun }) })
  } catch (fault) {
    if (fault instanceof Uninspectable) throw fault
    const reason = fault instanceof Error ? fault.message.split('\n')[0]! : String(fault)
    throw new Uninspectable('disabled', { code: 'ocr.engine-missing', args: { engine: name, reason } })
  }
}
