import { describe, expect, test } from 'vitest'
import { pickExtractor } from '../../src/extract/index.js'
import { media } from '../../src/extract/media.js'
import { memorySource } from '../../src/source.js'
import { probe } from '../../src/walk.js'
import { describeCases, describeDamage } from './cases.js'
import { dump } from './dump.js'

describeCases(media)
describeDamage(media)

const sourceOf = (bytes: Uint8Array | string) =>
  memorySource([{ name: '附件' }], typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
const formatOf = async (bytes: Uint8Array | string) => pickExtractor(await probe(sourceOf(bytes)))?.format
const rest = '\0'.repeat(64)
/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: frames of 417 bytes. */
const frame = '\xff\xfb\x90\0' + '\0'.repeat(413)

describe('recordings', () => {
  test.each([
    ['MP4', '\0\0\0\x18ftypisom' + rest],
    ['QuickTime', '\0\0\0\x14ftypqt  ' + rest],
    ['M4A', '\0\0\0\x1cftypM4A ' + rest],
    ['MP3 with tags', 'ID3\x03\0' + rest],
    ['MP3 without tags', frame + frame],
    ['WAV', 'RIFF\x24\0\0\0WAVEfmt ' + rest],
    ['AVI', 'RIFF\x24\0\0\0AVI LIST' + rest],
    ['Ogg', 'OggS\0\x02' + rest],
    ['FLAC', 'fLaC\0\0\0\x22' + rest],
    ['Matroska', '\x1a\x45\xdf\xa3' + rest],
    ['FLV', 'FLV\x01\x05' + rest],
    ['WMV', '\x30\x26\xb2\x75\x8e\x66\xcf\x11' + rest],
    ['AMR', '#!AMR\n' + rest],
    ['MPEG transport stream', ('G' + '\0'.repeat(187)).repeat(3)],
  ])('%s asks for somebody to listen or watch', async (_name, bytes) => {
    expect(await formatOf(bytes)).toBe('media')
    expect(await dump(media, sourceOf(bytes))).toContain('REMARK media-file')
  })
})

describe('programs', () => {
  test.each([
    ['Linux', '\x7fELF\x02\x01\x01' + rest],
    ['macOS', '\xcf\xfa\xed\xfe' + rest],
    ['Java class', '\xca\xfe\xba\xbe\0\0\0\x34' + rest],
  ])('for %s ask for a decision', async (_name, bytes) => {
    expect(await formatOf(bytes)).toBe('media')
    expect(await dump(media, sourceOf(bytes))).toContain('REMARK executable')
  })
})

describe('texts that begin like something else are texts', () => {
  test.each([
    'MZ 区编号表\n1,2,3\n',
    'ID3,姓名,密级\n',
    'RIFF 说明\n',
    'G'.repeat(600),
    '#!/bin/sh\necho 机密\n',
    'MAC 地址登记\n',
    'OggS\n',
  ])('%s', async (text) => {
    expect(await formatOf(Buffer.from(text))).toBe('text')
  })
})
