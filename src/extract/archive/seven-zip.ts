/** 7-Zip, compiled to WebAssembly, run over bytes in memory: what it says and what it unpacks, in order. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Uninspectable } from '../../errors.js'

/** Either may throw to stop the run; the error comes out of `runSevenZip` as it is. */
export interface SevenZipListener {
  /** Unpacked bytes of the entry named last. They are 7-Zip's own memory: copy what is kept. */
  data(bytes: Uint8Array): void
  /** One line of the log, without its end; entry names in it are raw bytes. */
  line(bytes: Buffer): void
}

/** The few members of Emscripten's file system that are used here; it lives in memory. */
interface Program {
  readonly FS: {
    mkdir(path: string): void
    open(path: string, flags: string): unknown
    close(stream: unknown): void
    lookupPath(path: string): { readonly node: { contents: Uint8Array; usedBytes: number } }
    getStream(descriptor: number): { stream_ops: object }
  }
  /** Puts the program's name before the arguments, in the array it is given. */
  callMain(args: string[]): number
}
type Write = (stream: unknown, memory: Int8Array, offset: number, length: number) => number

const ARCHIVE = '/in/a'

/** What 7-Zip calls the content of a stream that states no name of its own. */
export const NAMELESS = 'a~'

/** `x -so`: contents to standard output; `-bb3 -bso2`: each name to standard error before its content. */
const ARGUMENTS = ['x', '-so', '-y', '-p-', '-sccUTF-8', '-bb3', '-bso2', '-bse2', '-bsp0', ARCHIVE]

const STDOUT = 1
const STDERR = 2
const NEWLINE = 10

/** Every run gets a fresh instance: one that was stopped half way is in no state to go on. Returns 7-Zip's exit code. */
export async function runSevenZip(bytes: Uint8Array, ears: SevenZipListener): Promise<number> {
  const program = await start()
  const { FS } = program
  FS.mkdir('/in')
  FS.close(FS.open(ARCHIVE, 'w+'))
  Object.assign(FS.lookupPath(ARCHIVE).node, { contents: bytes, usedBytes: bytes.length })
  let rest = Buffer.alloc(0)
  listen(program, STDOUT, (chunk) => ears.data(chunk))
  listen(program, STDERR, (chunk) => {
    let text = Buffer.concat([rest, chunk])
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      ears.line(text.subarray(0, end))
      text = text.subarray(end + 1)
    }
    rest = text
  })
  try {
    return program.callMain([...ARGUMENTS])
  } catch (error) {
    // A C++ exception nobody caught arrives as its address.
    const broken = typeof error === 'number' || (error instanceof Error && error.name === 'RuntimeError')
    if (!broken) throw error
    throw new Uninspectable('corrupt', { code: 'archive.unopened' })
  }
}

function listen({ FS }: Program, descriptor: number, hear: (bytes: Uint8Array) => void): void {
  const stream = FS.getStream(descriptor)
  const write: Write = (_stream, memory, offset, length) => {
    if (length > 0) hear(new Uint8Array(memory.buffer, memory.byteOffset + offset, length))
    return length
  }
  stream.stream_ops = { ...stream.stream_ops, write }
}

/** The part of WebAssembly used here; the types of a browser are not loaded. */
const wasm = (
  globalThis as unknown as {
    readonly WebAssembly: {
      compile(code: Uint8Array): Promise<object>
      instantiate(code: object, imports: object): Promise<object>
    }
  }
).WebAssembly

type Load = (options: object) => Promise<Program>
let compiled: Promise<object> | null = null

async function start(): Promise<Program> {
  const path = createRequire(import.meta.url).resolve('7z-wasm/7zz.wasm')
  compiled ??= readFile(path).then((code) => wasm.compile(code))
  const [code, library] = await Promise.all([compiled, import('7z-wasm')])
  const instantiateWasm = (imports: object, done: (instance: object) => void): object => {
    void wasm.instantiate(code, imports).then(done)
    return {}
  }
  const quit = (_status: number, error: unknown) => {
    throw error
  }
  const load = library.default as unknown as Load
  return load({ instantiateWasm, noExitRuntime: true, quit })
}
