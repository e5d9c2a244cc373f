/** Builds fixtures/extract/{foreign,shortcut,dxf}: files known by name only, pointers, and a drawing. */
import { Buffer } from 'node:buffer'
import { writeCases } from './write-cases.mjs'

const noise = Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 37 + 11) % 256))
const begun = (magic) => Buffer.concat([Buffer.from(magic, 'latin1'), noise])

writeCases('foreign', {
  ceb: { 'input.ceb': begun('Founder CEB\0') },
  caj: { 'input.caj': begun('CAJ\0') },
  'excel-4': { 'input.xls': begun('\x09\x04\x06\0\0\0\x10\0') },
  heic: { 'input.heic': begun('\0\0\0\x18ftypheic\0\0\0\0mif1heic') },
  dwg: { 'input.dwg': begun('AC1027\0') },
  access: { 'input.mdb': begun('\0\x01\0\0Standard Jet DB\0') },
  outlook: { 'input.pst': begun('!BDN') },
})

function shellLink() {
  const header = Buffer.alloc(76)
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex').copy(header)
  header.writeUInt32LE((1 << 1) | (1 << 2) | (1 << 7), 20)
  // D:\资料\名单.doc in GBK
  const path = Buffer.concat([
    Buffer.from('D:\\'),
    Buffer.from('d7cac1cf5cc3fbb5a5', 'hex'),
    Buffer.from('.doc\0'),
  ])
  const info = Buffer.alloc(28)
  for (const [at, value] of [28 + path.length + 1, 28, 1, 0, 28, 0, 28 + path.length].entries())
    info.writeUInt32LE(value, at * 4)
  const note = '某处的快捷方式'
  const length = Buffer.alloc(2)
  length.writeUInt16LE(note.length)
  return Buffer.concat([header, info, path, Buffer.alloc(1), length, Buffer.from(note, 'utf16le')])
}

writeCases('shortcut', {
  'shell-link': { 'input.lnk': shellLink() },
  'cut-off': { 'input.lnk': shellLink().subarray(0, 90) },
  cloud: { 'input.icloud': begun('bplist00\xd1\x01\x02\x5f\x10\x18NSURLFileResourceTypeKey') },
})

const drawing = (...pairs) => pairs.flat().join('\r\n') + '\r\n'
const entities = [
  ['  0', 'SECTION', '  2', 'ENTITIES'],
  [
    '  0',
    'MTEXT',
    '  8',
    '涉密图层',
    '  3',
    '{\\fSimSun|b0|i0|c134|p2;机密',
    '  1',
    '★10年}\\P某局\\U+7532\\M+5B5C8',
  ],
  ['  0', 'TEXT', '  8', '涉密图层', '  1', '%%u内部资料'],
  ['  0', 'LINE', '  8', '0', ' 10', '0.0', ' 20', '0.0'],
]
writeCases('dxf', {
  words: { 'input.dxf': drawing(['999', 'made for a test'], ...entities, ['  0', 'ENDSEC', '  0', 'EOF']) },
  'cut-off': { 'input.dxf': drawing(...entities) },
})
