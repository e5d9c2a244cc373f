import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../../../corpus/random.mjs'
import { ooxmlPrefixes } from '../../../../src/extract/shared/ooxml/names.js'
import { readXml, type XmlSink } from '../../../../src/extract/shared/xml.js'
import { strictSteps } from '../../../../src/extract/shared/xml/strict.js'
import { XmlScanner } from '../../../../src/extract/shared/xml/scanner.js'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function record() {
  const calls: string[] = []
  const sink: XmlSink = {
    open: (element) =>
      void calls.push(
        `<${element.name} ${element.uri} ${JSON.stringify(Object.entries(element.attributes()))}`,
      ),
    close: (name) => void calls.push(`/${name}`),
    text: (text) => void calls.push(`"${text}`),
  }
  return { calls, sink }
}

function strictly(text: string) {
  const { calls, sink } = record()
  const steps = strictSteps(text, ooxmlPrefixes, sink, null)
  for (;;) {
    const step = steps.next()
    if (step.done) return { calls, fault: step.value }
  }
}

function asRead(text: string) {
  const { calls, sink } = record()
  return { calls, fault: readXml(Buffer.from(text), ooxmlPrefixes, sink) }
}

const isScanned = (text: string) => {
  const calls = { open() {}, close() {}, text() {} }
  return new XmlScanner(text, ooxmlPrefixes, 512, calls).run(text.length)
}

const sound = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:p xmlns:w="${word}"><w:r w:id='1' x="a&amp;b">机密&#x2605;\r\n10年</w:r></w:p>\n`,
  `<a><!-- 注 --><?mso a="b"?><b xmlns="u:1" c="1\t2\r\n3&#10;"/><b>  </b></a>`,
  `<字:段落 xmlns:字="u"><字:句 字:属性="甲"/></字:段落>`,
  `<a xmlns:p="u:1" xmlns:q="u:2" p:x="1" q:x="2" xml:space="preserve"><p:b xmlns:p="u:3" p:x="3"/><p:b p:x="1"/></a>`,
]
const rare = [
  `<a><![CDATA[机密]]></a>`,
  `<!DOCTYPE a><a/>`,
  `<a>1 ]]> 2</a>`,
  `<é/>`,
  `<?xml version="1.1"?><a/>`,
]

describe('the scanner', () => {
  test.each(sound)('reads to the end: %s', (text) => {
    expect(isScanned(text)).toBe('end')
    expect(asRead(text)).toEqual(strictly(text))
  })

  test.each(rare)('leaves to the strict parser: %s', (text) => {
    expect(isScanned(text)).toBe('doubt')
    expect(asRead(text)).toEqual(strictly(text))
  })

  test('waits for what does not end within the step', () => {
    const text = `<a><b c="${'x'.repeat(100)}"/>${'y'.repeat(100)}<d/></a>`
    const told: string[] = []
    const calls = {
      open: ({ name }: { readonly name: string }) => void told.push(name),
      close() {},
      text: () => void told.push('text'),
    }
    const scanner = new XmlScanner(text, ooxmlPrefixes, 512, calls)
    const steps = [3, 111, 112, 212, 213, 1000].map((until) => `${scanner.run(until)} ${told.join(' ')}`)
    expect(steps).toEqual(['more a', 'more a', 'more a b', 'more a b', 'more a b text', 'end a b text d'])
  })
})

/** Pieces that break or bend XML where they are put. */
const pieces =
  '<|>|/|"|\'|&|;|=| |:|\r\n|\u0001|]]>|<!--|-->|--|?>|<?x |xmlns:w="u"|</a>|<a|<w:r>|&#0;|&lt;|é|甲|x="1"|\ufffe'.split(
    '|',
  )

function bent(seed: string): string {
  const chance = chanceFrom(seed)
  let text = chance.pick([...sound, ...rare])
  for (let times = chance.whole(1, 4); times > 0; times--) {
    const at = chance.whole(0, text.length)
    const gone = chance.is(0.5) ? chance.whole(0, 4) : 0
    text = text.slice(0, at) + (chance.is(0.7) ? chance.pick(pieces) : '') + text.slice(at + gone)
  }
  return text
}

/** A lone ampersand is mended before anything is read. */
const stray = /&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/gi

test('what it tells of broken files is what the strict parser tells', () => {
  for (let round = 0; round < 4_000; round++) {
    const text = bent(`scanner-${round}`).replace(stray, '&amp;')
    expect({ text, ...asRead(text) }).toEqual({ text, ...strictly(text) })
  }
})
