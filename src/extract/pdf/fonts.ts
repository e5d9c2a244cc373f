/** Fallback fonts: Chinese text in a font that is not embedded is drawn with Noto Sans Hans instead of blank. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Engine } from './engine.js'

/** FXFONT_*_CHARSET of fpdf_sysfontinfo.h for which the Han font is handed out. */
const hanCharsets = new Set([1, 128, 129, 134, 136])
const gb2312 = 134
const handle = 1

let fontBytes: Buffer | null = null

/** 8.3 MB, read when the first page asks for it and kept for the process. */
function hanFont(): Buffer {
  const require = createRequire(import.meta.url)
  const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  fontBytes ??= readFileSync(join(fonts, 'NotoSansHans-Regular.otf'))
  return fontBytes
}

/**
 * Hands PDFium an FPDF_SYSFONTINFO (fpdf_sysfontinfo.h, version 1: a version number and eight function pointers).
 * Latin faces are left to PDFium's built-in fonts: MapFont answers NULL for them.
 */
export function installFallbackFonts(engine: Engine): void {
  const mapFont = (_self: number, _weight: number, _italic: number, charset: number) =>
    hanCharsets.has(charset) ? handle : 0
  const members: readonly [callback: (...args: number[]) => number | void, signature: string][] = [
    [() => {}, 'vi'], // Release
    [() => {}, 'vii'], // EnumFonts
    [mapFont, 'iiiiiiii'], // MapFont
    [() => 0, 'iii'], // GetFont
    [(_self, _font, table, buffer, size) => fontData(engine, table!, buffer!, size!), 'iiiiii'], // GetFontData
    [(_self, _font, buffer, size) => faceName(engine, buffer!, size!), 'iiiii'], // GetFaceName
    [() => gb2312, 'iii'], // GetFontCharset
    [() => {}, 'vii'], // DeleteFont
  ]
  const info = engine.call.malloc(4 * (members.length + 1))
  const pointers = members.map(([callback, signature]) => engine.expose(callback, signature))
  engine.memory().i32.set([1, ...pointers], info >> 2)
  engine.call.FPDF_SetSystemFontInfo(info)
}

/** Table 0 is the whole file; no single table is handed out, which also says: not a collection. */
function fontData(engine: Engine, table: number, buffer: number, size: number): number {
  if (table !== 0) return 0
  const bytes = hanFont()
  if (buffer !== 0 && size >= bytes.length) engine.memory().u8.set(bytes, buffer)
  return bytes.length
}

function faceName(engine: Engine, buffer: number, size: number): number {
  const name = Buffer.from('NotoSansHans-Regular\0', 'latin1')
  if (buffer !== 0 && size >= name.length) engine.memory().u8.set(name, buffer)
  return name.length
}
