/** Builds fixtures/extract/media/<case>/input.*: the first bytes of recordings and programs. */
import { writeCases } from './write-cases.mjs'

const bytes = (text, length = 256) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(length)])

writeCases('media', {
  film: { 'input.mp4': bytes('\0\0\0\x18ftypisom\0\0\x02\0isomiso2') },
  sound: { 'input.wav': bytes('RIFF\x24\x01\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0') },
  program: { 'input.bin': bytes('\x7fELF\x02\x01\x01') },
})
