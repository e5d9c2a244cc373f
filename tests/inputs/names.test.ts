import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { displayPath } from '../../src/inputs/names.js'
import { readRawName } from '../../src/raw-name.js'

describe('names of files', () => {
  it('reads UTF-8 names and composes them', () => {
    expect(readRawName(Buffer.from('e\u0301通知.pdf'))).toBe('é通知.pdf')
  })

  it('reads names written in GBK by old systems', () => {
    expect(readRawName(Buffer.from([0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x70, 0x64, 0x66]))).toBe('通知.pdf')
  })

  it('shows bytes that are no text, so that two such names never look the same', () => {
    const shown = [readRawName(Buffer.from([0xff, 0x41])), readRawName(Buffer.from([0xfe, 0xff, 0x41]))]
    expect(shown[0]).not.toBe(shown[1])
    expect(shown[0]).toBe('\\xffA')
  })

  it('writes Windows paths with forward slashes', () => {
    expect(displayPath('材料\\通知.pdf', '\\')).toBe('材料/通知.pdf')
    expect(displayPath('./通知.pdf', '/')).toBe('通知.pdf')
  })
})
