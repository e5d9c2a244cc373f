/** Builds fixtures/extract/ppt/earlier: a slide of an earlier save, most of which the slide of today still says. */
import { readFileSync } from 'node:fs'
import { cfbOf } from './cfb.mjs'
import { streamsOf } from './cfb-read.mjs'
import { writeCases } from './write-cases.mjs'

const slides = readFileSync(new URL('../../fixtures/extract/ppt/slides/input.ppt', import.meta.url))
const streams = streamsOf(slides)
const [SLIDE, now, before] = [0x03ee, '第二段', '前一段']
const stream = streams['PowerPoint Document']

/** The record of the first slide, its words of an earlier day. */
function earlierSlide() {
  for (let at = 0; at < stream.length; at += 8 + stream.readUInt32LE(at + 4)) {
    if (stream.readUInt16LE(at + 2) !== SLIDE) continue
    const slide = Buffer.from(stream.subarray(at, at + 8 + stream.readUInt32LE(at + 4)))
    const word = slide.indexOf(Buffer.from(now, 'utf16le'))
    if (word < 0) continue
    slide.write(before, word, 'utf16le')
    return slide
  }
  throw new Error('no slide says it')
}

writeCases('ppt', {
  earlier: {
    'input.ppt': cfbOf({ ...streams, 'PowerPoint Document': Buffer.concat([stream, earlierSlide()]) }),
  },
})
