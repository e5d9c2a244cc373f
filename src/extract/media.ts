/** Audio, video and programs of one piece: not read, and said so; a person has to look. */
import type { Extractor, Probe } from '../types.js'

export const media: Extractor = {
  format: 'media',
  extensions: [],
  accepts: (probe) => isMedia(probe.head) || isProgram(probe),
  async *extract(source) {
    const head = await source.read(0, 8192)
    const place = source.place
    if (isMedia(head))
      yield { kind: 'remark', remark: 'media-file', place, detail: { code: 'media.recording' } }
    else yield { kind: 'remark', remark: 'executable', place, detail: { code: 'media.executable' } }
  },
}

type Magic = readonly [offset: number, bytes: string]

/** Each row is one format; all its magics must fit. */
const recordings: readonly (readonly Magic[])[] = [
  [[0, 'ID3\x02']], // MP3 with tags
  [[0, 'ID3\x03']],
  [[0, 'ID3\x04']],
  [
    [0, 'RIFF'],
    [8, 'WAVE'],
  ],
  [
    [0, 'RIFF'],
    [8, 'AVI '],
  ],
  [
    [0, 'FORM'],
    [8, 'AIF'],
  ],
  [[0, 'OggS\0']],
  [[0, 'fLaC\0']],
  [[0, 'FLV\x01']],
  [[0, '\x1a\x45\xdf\xa3']], // Matroska, WebM
  [[0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11']], // ASF: WMV, WMA
  [[0, '#!AMR\n']],
  [[0, '#!AMR-WB\n']],
  [[0, '#!SILK_V3']],
  [[0, '\x02#!SILK_V3']],
  [[0, 'MThd\0\0\0\x06']],
  [[0, '.snd\0']],
  [[0, '.RMF\0']],
  [[0, '\0\0\x01\xba']], // MPEG program stream
  [[0, '\0\0\x01\xb3']], // MPEG video
]

/** ISO base media brands that are pictures, not film. */
const stillBrands = /^(avif|avis|mif1|msf1|hei[cxms]|hev[cx])/

function isMedia(head: Uint8Array): boolean {
  if (at(head, 4, 4) === 'ftyp') return !stillBrands.test(at(head, 8, 4))
  if (['moov', 'mdat', 'wide', 'free'].includes(at(head, 4, 4)) && head[0] === 0) return true
  return recordings.some((magics) => fits(head, magics)) || isMpegAudio(head) || isTransportStream(head)
}

function at(head: Uint8Array, offset: number, length: number): string {
  return Buffer.from(head.subarray(offset, offset + length)).toString('latin1')
}

function fits(head: Uint8Array, magics: readonly Magic[]): boolean {
  return magics.every(([offset, bytes]) => at(head, offset, bytes.length) === bytes)
}

/** Two frame headers in a row (ISO/IEC 11172-3, 2.4.1): one alone also begins many other things. */
function isMpegAudio(head: Uint8Array): boolean {
  const first = frameLength(head, 0)
  return first > 0 && frameLength(head, first) > 0
}

const bitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0]
const lowBitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0]

/** Bytes of the layer III or AAC (ADTS) frame at `offset`; 0 when there is none. */
function frameLength(head: Uint8Array, offset: number): number {
  const [a, b, c, d, e, f] = head.subarray(offset, offset + 6)
  if (a !== 0xff || f === undefined) return 0
  if ((b! & 0xf6) === 0xf0) return ((d! & 3) << 11) | (e! << 3) | (f >> 5)
  const version = (b! >> 3) & 3
  const sampling = [44_100, 48_000, 32_000][(c! >> 2) & 3]
  if ((b! & 0xe0) !== 0xe0 || (b! & 6) !== 2 || version === 1 || !sampling) return 0
  const rate = (version === 3 ? bitRates : lowBitRates)[c! >> 4]!
  const samples = version === 3 ? 144_000 : 72_000
  return rate && Math.floor((samples * rate) / (sampling / [4, 1, 2, 1][version]!)) + ((c! >> 1) & 1)
}

/** Packets of 188 bytes, each beginning with G (ISO/IEC 13818-1, 2.4.3.2), and bytes no text has. */
function isTransportStream(head: Uint8Array): boolean {
  return (
    head.subarray(0, 376).some((byte) => byte === 0 || byte === 0xff) &&
    head.length >= 188 * 3 &&
    [0, 188, 376].every((offset) => head[offset] === 0x47)
  )
}

/** ELF, Android, WebAssembly, Java class or universal Mach-O, Mach-O. */
const programs = [
  '\x7fELF',
  'dex\n',
  '\0asm',
  '\xca\xfe\xba\xbe',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
]

function isProgram({ head }: Probe): boolean {
  const start = at(head, 0, 4)
  return programs.includes(start)
}
