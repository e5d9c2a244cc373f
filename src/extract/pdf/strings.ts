/** Texts out of PDFium: every getter wants a buffer, tells the length it needs, and writes UTF-16LE or bytes. */
import { type Engine, tooLarge } from './engine.js'

type Getter = (buffer: number, bytes: number) => number

/** For getters that write UTF-16LE with a terminator and return the length in bytes. */
export function wideText(engine: Engine, get: Getter): string {
  return withBuffer(engine, get, (bytes) => new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, ''))
}

/** For getters that write bytes with a terminator: UTF-8 where it is valid, else Latin-1. */
export function narrowText(engine: Engine, get: Getter): string {
  return withBuffer(engine, get, (bytes) => {
    const text = Buffer.from(bytes)
    const utf8 = text.toString('utf8')
    return (utf8.includes('\ufffd') ? text.toString('latin1') : utf8).replace(/\0+$/, '')
  })
}

function withBuffer(engine: Engine, get: Getter, decode: (bytes: Uint8Array) => string): string {
  const needed = get(0, 0) >>> 0
  if (needed === 0) return ''
  const buffer = engine.call.malloc(needed)
  if (buffer === 0) throw tooLarge(needed)
  try {
    get(buffer, needed)
    return decode(engine.memory().u8.slice(buffer, buffer + needed))
  } finally {
    engine.call.free(buffer)
  }
}

/** Runs `use` with a NUL-terminated ASCII string in WASM memory. */
export function withAscii<T>(engine: Engine, text: string, use: (pointer: number) => T): T {
  const pointer = engine.call.malloc(text.length + 1)
  try {
    const { u8 } = engine.memory()
    for (let index = 0; index < text.length; index++) u8[pointer + index] = text.charCodeAt(index)
    u8[pointer + text.length] = 0
    return use(pointer)
  } finally {
    engine.call.free(pointer)
  }
}
