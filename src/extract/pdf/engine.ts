/** PDFium in WebAssembly: one instance per process, its raw C functions, its memory. The only importer of @embedpdf/pdfium. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Functions } from '@embedpdf/pdfium'
import { Uninspectable } from '../../errors.js'
import { installFallbackFonts } from './fonts.js'

/**
 * The exported C functions, called without the package's `ccall` wrapper: numbers and pointers only, 0 for false and
 * NULL. A call costs about 20 ns this way and about a microsecond through the wrapper.
 */
export type Calls = { readonly [Name in keyof Functions]: (...args: number[]) => number } & {
  malloc(size: number): number
  free(pointer: number): void
}

/** Views of the WASM memory. Ask again after any call that may allocate: growing detaches the old ones. */
export interface Memory {
  readonly u8: Uint8Array
  readonly u16: Uint16Array
  readonly u32: Uint32Array
  readonly i32: Int32Array
  readonly f32: Float32Array
  readonly f64: Float64Array
}

/** What is used of a WebAssembly.Memory. */
interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

export interface Engine {
  readonly call: Calls
  memory(): Memory
  /** 256 bytes of scratch space for out-parameters, 8-byte aligned. */
  readonly scratch: number
  /** Most bytes of memory the engine may take from now on; wanting more is a crash of the engine, not of the process. */
  allow(bytes: number): void
  /** Makes a JavaScript function callable from C; `signature` as emscripten writes it (`iii`). */
  expose(callback: (...args: number[]) => number | void, signature: string): number
}

let running: Promise<Engine> | null = null

/** The engine of this process, started on first use (about 40 ms). */
export function startEngine(): Promise<Engine> {
  running ??= boot()
  return running
}

/** Forgets an engine that crashed or grew too large; the next `startEngine` makes a fresh one. */
export function dropEngine(): void {
  running = null
}

async function boot(): Promise<Engine> {
  const require = createRequire(import.meta.url)
  const [{ init }, wasmBinary] = await Promise.all([
    import('@embedpdf/pdfium'),
    readFile(require.resolve('@embedpdf/pdfium/pdfium.wasm')),
  ])
  const silent = () => {}
  const overrides = { wasmBinary: wasmBinary as unknown as ArrayBuffer, print: silent, printErr: silent }
  const { pdfium } = await init(overrides)
  const call = pdfium.wasmExports as unknown as Calls
  const wasmMemory = (pdfium.wasmExports as unknown as { memory: WasmMemory }).memory
  const engine: Engine = {
    call,
    allow: growthLimit(wasmMemory),
    memory: viewer(wasmMemory),
    scratch: call.malloc(256),
    expose: (callback, signature) => pdfium.addFunction(callback, signature),
  }
  call.PDFiumExt_Init()
  installFallbackFonts(engine)
  return engine
}

const wasmPage = 65_536

/** emscripten grows through this very object, so its `grow` can be made to refuse; malloc then answers NULL. */
function growthLimit(wasmMemory: WasmMemory): (bytes: number) => void {
  let most = Infinity
  const grow = wasmMemory.grow.bind(wasmMemory)
  wasmMemory.grow = (pages) => {
    if (wasmMemory.buffer.byteLength + pages * wasmPage > most)
      throw new RangeError('memory limit of the PDF engine')
    return grow(pages)
  }
  return (bytes) => {
    most = bytes
  }
}

/** What is said when malloc answers NULL for that many bytes. */
export function tooLarge(bytes: number): Uninspectable {
  return new Uninspectable('limit', {
    code: 'pdf.too-large',
    args: { megabytes: Math.max(1, Math.round(bytes / 1e6)) },
  })
}

/** An error inside WebAssembly (trap, abort, stack overflow): the engine is in an unknown state and must be dropped. */
export function isCrash(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError)
}

function viewer(wasmMemory: WasmMemory): () => Memory {
  let seen: ArrayBuffer | null = null
  let views: Memory | null = null
  return () => {
    const buffer = wasmMemory.buffer
    if (views && seen === buffer) return views
    seen = buffer
    views = {
      u8: new Uint8Array(buffer),
      u16: new Uint16Array(buffer),
      u32: new Uint32Array(buffer),
      i32: new Int32Array(buffer),
      f32: new Float32Array(buffer),
      f64: new Float64Array(buffer),
    }
    return views
  }
}
