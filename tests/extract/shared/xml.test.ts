import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readXml } from '../../../src/extract/shared/xml.js'

const prefixes = new Map([
  ['urn:word', 'w'],
  ['urn:word-strict', 'w'],
])

/** What was told, in order; the fault last. */
function told(xml: string | Uint8Array): string[] {
  const events: string[] = []
  const fault = readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, prefixes, {
    open: (element) =>
      void events.push(
        `<${element.name}>`,
        ...Object.entries(element.attributes()).map(([name, value]) => `${name}=${value}`),
      ),
    text: (text) => void events.push(text),
    close: (name) => void events.push(`</${name}>`),
  })
  return fault ? [...events, `! ${fault.code}`] : events
}

describe('XML is read as a stream', () => {
  test('with names by namespace, whatever the prefix', () => {
    expect(
      told(
        '<x:p xmlns:x="urn:word" x:val="1" y="2"><t xmlns="urn:word-strict">文字</t><z xmlns="urn:other"/></x:p>',
      ),
    ).toEqual(['<w:p>', 'w:val=1', 'y=2', '<w:t>', '文字', '</w:t>', '<z>', '</z>', '</w:p>'])
  })

  test('with character references and CDATA as text', () => {
    expect(told('<a>&#x673a;&#23494;&amp;<![CDATA[<秘>]]></a>').join('')).toBe('<a>机密&<秘></a>')
  })

  test('across chunk borders', () => {
    const long = '密'.repeat(200_000)
    expect(told(`<a>${long}</a>`).join('')).toBe(`<a>${long}</a>`)
  })

  test.each([
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('<a>机密</a>', 'utf16le')]),
    ],
    ['UTF-16 big-endian without a mark', iconv.encode('<a>机密</a>', 'utf16be')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>机密</a>')],
    ['declared GBK', iconv.encode('<?xml version="1.0" encoding="GBK"?><a>机密</a>', 'gbk')],
    ['GBK that says it is UTF-8', iconv.encode('<?xml version="1.0" encoding="UTF-8"?><a>机密</a>', 'gbk')],
    ['declared with an unknown name', Buffer.from('<?xml version="1.0" encoding="x-none"?><a>机密</a>')],
  ])('in %s', (_name, bytes) => {
    expect(told(bytes)).toEqual(['<a>', '机密', '</a>'])
  })
})

describe('a fault in XML is told, and what can be read is read', () => {
  test.each([
    ['cut off', '<a><b>机密', ['<a>', '<b>', '机密', '</b>', '</a>', '! xml.malformed']],
    ['a stray ampersand', '<a>A&B 机密</a>', ['<a>', 'A&B 机密', '</a>', '! xml.malformed']],
    [
      'an unbound prefix',
      '<a><w:t>机密</w:t></a>',
      ['<a>', '<t>', '机密', '</t>', '</a>', '! xml.malformed'],
    ],
    [
      'a wrong end',
      '<a><b>机密</c>后文',
      ['<a>', '<b>', '机密', '</b>', '</a>', '</c>后文', '! xml.malformed'],
    ],
    ['no XML at all', '机密', ['机密', '! xml.malformed']],
    ['nothing', '', ['! xml.malformed']],
  ])('%s', (_name, xml, events) => {
    expect(told(xml)).toEqual(events)
  })

  test('entities are never expanded', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY x "机"><!ENTITY y "&x;&x;&x;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&y;&f;后文</a>'
    expect(told(bomb)).toEqual(['<a>', '&y;&f;后文', '</a>', '! xml.doctype'])
  })

  test('a plain document type declaration does no harm', () => {
    expect(told('<!DOCTYPE html><a>机密</a>')).toEqual(['<a>', '机密', '</a>'])
  })

  test('nesting without end stops at a limit', () => {
    const events = told('<a>'.repeat(100_000))
    expect(events.at(-1)).toBe('! xml.too-deep')
    expect(events.length).toBeLessThan(1100)
  })

  test('bytes of no encoding are told', () => {
    expect(told(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xff, 0x3c, 0x2f, 0x61, 0x3e])).at(-1)).toBe(
      '! xml.encoding',
    )
  })
})
