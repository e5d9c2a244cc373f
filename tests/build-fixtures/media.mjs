/** Builds fixtures/extract/media/<case>/input.*: the first bytes of recordings and programs. */
import { writeCases } from './write-cases.mjs'
import { zipOf } from './zip.mjs'

const bytes = (text, length = 256) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(length)])

writeCases('media', {
  film: { 'input.mp4': bytes('\0\0\0\x18ftypisom\0\0\x02\0isomiso2') },
  sound: { 'input.wav': bytes('RIFF\x24\x01\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0') },
  program: { 'input.exe': bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0') },
  package: { 'input.apk': zipOf({ 'AndroidManifest.xml': 'x', 'classes.dex': 'y' }) },
})
