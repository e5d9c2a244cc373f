/** Loads ONNX Runtime: the native binding where it loads, the WASM build everywhere else. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InferenceSession, Tensor } from 'onnxruntime-node'

export type Backend = 'onnxruntime-node' | 'onnxruntime-web'
export const backends: readonly Backend[] = ['onnxruntime-node', 'onnxruntime-web']

/** What a model made of its input: flat floats and their shape. */
export interface ModelOutput {
  readonly data: Float32Array
  readonly shape: readonly number[]
}
/** One loaded model: a planar float input [1, 3, height, width] in, the first output back. */
export interface OnnxModel {
  run(planes: Float32Array, height: number, width: number): Promise<ModelOutput>
  close(): Promise<void>
}
export interface Runtime {
  readonly backend: Backend
  load(model: Uint8Array): Promise<OnnxModel>
}

interface Ort {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
  }
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => Tensor
}

/**
 * The native library (1.30) reports its use to its maker over the network and writes a log and an identity to disk, unless it is
 * told not to before it loads.
 */
process.env['ORT_DISABLE_TELEMETRY'] = '1'

/** The wanted backend, or the first that loads. Throws what the last one threw. */
export async function openRuntime(wanted?: Backend): Promise<Runtime> {
  if (wanted === 'onnxruntime-web') return runtimeOf('onnxruntime-web', await loadWeb())
  try {
    return runtimeOf('onnxruntime-node', (await import('onnxruntime-node')) as unknown as Ort)
  } catch (fault) {
    if (wanted) throw fault
    return runtimeOf('onnxruntime-web', await loadWeb())
  }
}

/** The WASM files are taken from the package itself: no network, one thread, no worker. */
async function loadWeb(): Promise<Ort> {
  const ort = await import('onnxruntime-web')
  const folder = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'))
  ort.env.wasm.wasmPaths = pathToFileURL(join(folder, '/')).href
  ort.env.wasm.numThreads = 1
  ort.env.wasm.proxy = false
  return ort as unknown as Ort
}

function runtimeOf(backend: Backend, ort: Ort): Runtime {
  return {
    backend,
    async load(model) {
      const session = await ort.InferenceSession.create(model, {
        executionProviders: [backend === 'onnxruntime-node' ? 'cpu' : 'wasm'],
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        graphOptimizationLevel: 'all',
        // Kept buffers for every input size would pile up.
        enableMemPattern: false,
        logSeverityLevel: 3,
      })
      return modelOf(ort, session)
    },
  }
}

function modelOf(ort: Ort, session: InferenceSession): OnnxModel {
  const [input] = session.inputNames
  const [output] = session.outputNames
  return {
    async run(planes, height, width) {
      const feed = new ort.Tensor('float32', planes, [1, 3, height, width])
      const answer = (await session.run({ [input!]: feed }))[output!]!
      return { data: answer.data as Float32Array, shape: answer.dims }
    },
    close: () => session.release(),
  }
}
