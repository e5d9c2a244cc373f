/** The default engine: PP-OCRv4 mobile on ONNX Runtime. */
import type { OcrEngine, OcrOptions, OcrReader } from '../../types.js'
import { loadAlphabet } from './paddle/alphabet.js'
import { modelFile, modelKinds, modelName, readModel } from './paddle/models.js'
import { readSheet } from './read-sheet.js'
import { backends, openRuntime } from './paddle/session.js'
import type { Backend, OnnxModel } from './paddle/session.js'

export const paddle: OcrEngine = {
  name: 'paddle',
  backends,
  ways: { native: 'onnxruntime-node', wasm: 'onnxruntime-web' },
  modelFiles: () => modelKinds.map(modelFile),
  open,
}

async function open(options: OcrOptions = {}): Promise<OcrReader> {
  const runtime = await openRuntime(options.backend as Backend | undefined)
  const models = {
    detection: heard(await runtime.load(await readModel('detection')), options.onRun),
    recognition: heard(await runtime.load(await readModel('recognition')), options.onRun),
    alphabet: await loadAlphabet(),
  }
  return {
    backend: runtime.backend,
    model: modelName,
    read: (raster, signal) => readSheet(models, raster, signal),
    async close() {
      await models.detection.close()
      await models.recognition.close()
    },
  }
}

function heard(model: OnnxModel, onRun: () => void = () => undefined): OnnxModel {
  return { ...model, run: (...given) => model.run(...given).finally(onRun) }
}
