/** Decoders for a stream of bytes in a known encoding. */
import type { Charset, StreamDecoder } from './encodings.js'
import { mixedDecoder } from './mixed.js'

export function decoderFor(charset: Charset): StreamDecoder {
  if (charset.encoding === 'gb18030') return mixedDecoder('gb18030')
  if (charset.encoding === 'utf-8' && !charset.strict) return mixedDecoder('utf-8')
  if (charset.encoding === 'utf-32le' || charset.encoding === 'utf-32be')
    return utf32Decoder(charset.encoding)
  return new TextDecoder(charset.encoding, { ignoreBOM: true })
}

function utf32Decoder(encoding: 'utf-32le' | 'utf-32be'): StreamDecoder {
  let rest = new Uint8Array(0)
  return {
    decode(bytes = new Uint8Array(0), options = {}) {
      const all = new Uint8Array([...rest, ...bytes])
      const view = new DataView(all.buffer)
      let text = ''
      let offset = 0
      for (; offset + 4 <= all.length; offset += 4) {
        const code = view.getUint32(offset, encoding === 'utf-32le')
        text += code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
      }
      rest = options.stream ? all.slice(offset) : new Uint8Array(0)
      return text
    },
  }
}
