/** Broken, bombed and disguised Word documents. */
import * as w from './docx-writer.mjs'
import { zipOf } from './zip.mjs'

const { p } = w

export function damaged({ letter, mark }) {
  const good = w.docx([p(mark), ...letter])
  const parts = w.partsOf([p(mark), ...letter])
  const body = parts['word/document.xml']
  const packed = (document, more = {}) => zipOf({ ...parts, 'word/document.xml': document, ...more })
  const entities =
    '<!DOCTYPE w:document [<!ENTITY a "机密"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
  return {
    truncated: { 'input.docx': good.subarray(0, good.length - 300) },
    'wrong-extension': { 'input.pdf': good },
    'entity-bomb': {
      'input.docx': packed(
        body
          .replace('<w:document', `${entities}<w:document`)
          .replace('</w:body>', `${p('&c;后文')}</w:body>`),
      ),
    },
    'zip-bomb': {
      'input.docx': zipOf({ ...parts, 'word/header1.xml': Buffer.alloc(24 * 1024 * 1024, '<a>') }),
    },
    'broken-body': { 'input.docx': packed(body.slice(0, body.indexOf('关于做好') + 2)) },
    'unescaped-ampersand': { 'input.docx': packed(body.replace('关于做好', 'A&B 关于做好')) },
    'too-deep': {
      'input.docx': packed(
        body.replace(
          '<w:sectPr>',
          `${'<w:smartTag>'.repeat(2000)}${p('深处')}${'</w:smartTag>'.repeat(2000)}<w:sectPr>`,
        ),
      ),
    },
    'no-body': {
      'input.docx': zipOf(
        Object.fromEntries(
          Object.entries(parts).map(([name, text]) => [
            name.replace('word/document.xml', 'word/other.txt'),
            text.replaceAll('wordprocessingml.document.main+xml', 'nothing'),
          ]),
        ),
      ),
    },
    'two-bodies': {
      'input.docx': zipOf([
        ...Object.entries(parts),
        ['word/document.xml', body.replaceAll(mark, '绝密★20年')],
      ]),
    },
    'wrong-checksum': { 'input.docx': spoilChecksum(good) },
    'encrypted-part': {
      'input.docx': flagEncrypted(
        packed(body, { 'word/header1.xml': w.root('w:hdr', p('页眉')) }),
        'word/header1.xml',
      ),
    },
    'appended-data': {
      'input.docx': Buffer.concat([good, Buffer.from('\r\n机密附注：文件末尾另有文字\r\n')]),
    },
    'appended-zeros': { 'input.docx': Buffer.concat([good, Buffer.alloc(512)]) },
    overlapping: { 'input.docx': overlap(good) },
  }
}

const CENTRAL = Buffer.from('PK\x01\x02')

function spoilChecksum(zip) {
  const copy = Buffer.from(zip)
  const at = copy.indexOf('word/document.xml', copy.indexOf(CENTRAL)) - 46
  copy.writeUInt32LE(0x12345678, at + 16)
  return copy
}

function flagEncrypted(zip, name) {
  const copy = Buffer.from(zip)
  const at = copy.indexOf(name, copy.indexOf(CENTRAL)) - 46
  copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8)
  return copy
}

/** Two entries that share one block of data. */
function overlap(zip) {
  const copy = Buffer.from(zip)
  const first = copy.indexOf(CENTRAL)
  const second = copy.indexOf(CENTRAL, first + 4)
  copy.copy(copy, second + 42, first + 42, first + 46)
  return copy
}
