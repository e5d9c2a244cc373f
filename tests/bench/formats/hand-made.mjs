/** Places LibreOffice leaves out when it saves, and formats it does not write: packages, drawings, archives. */
import { execFileSync } from 'node:child_process'
import { namespaces, packageOf, relationships, xml } from '../../build-fixtures/ooxml-writer.mjs'
import { dbfOf } from '../../build-fixtures/dbf.mjs'
import { oldObject, oldPackage } from '../../build-fixtures/ole-package.mjs'
import { cfbOf } from '../../build-fixtures/cfb.mjs'
import { workbookOf } from '../../build-fixtures/biff.mjs'
import { docx, p } from '../../build-fixtures/docx-writer.mjs'
import { zipOf } from '../../build-fixtures/zip.mjs'
import { packagedObject } from './embedded.mjs'

const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const packed = (command, input, ...options) => execFileSync(command, options, { input })

/** @param {import('./office.mjs').Content} content @returns {Record<string, Record<string, Buffer | string>>} by format and place */
export function handMade({ mark, png, plain }) {
  const inner = docx(p(mark))
  const embedding = (name, bytes) => workbook(plain, name, bytes)
  return {
    xlsx: {
      attachment: embedding('oleObject1.bin', packagedObject('说明.docx', inner)),
      object: embedding('Microsoft_Word_Document1.docx', inner),
    },
    rtf: {
      attachment: rtf(plain, object('Package', oldPackage('a.docx', inner))),
      object: rtf(plain, object('Excel.Sheet.8', oldObject('Excel.Sheet.8', cfbOf({ Workbook: workbookOf([{ name: '表', rows: [mark] }]) }, { mini: true })))),
      picture: rtf(plain, `{\\pict\\pngblip\\picwgoal9600\\pichgoal2700 ${png.toString('hex')}}`),
    },
    xps: xpsPlaces(mark, png, plain),
    emf: { body: emf(mark) },
    wmf: { body: wmf(mark) },
    dxf: { body: dxf(mark), hidden: dxf(mark, '  8\r\n涉密图层\r\n 60\r\n1\r\n'), comment: `999\r\n${mark}\r\n${dxf('公开')}` },
    dbf: { body: dbfOf([['密级', 'C', 20]], [[mark]]), deleted: dbfOf([['名称', 'C', 20]], [['*', mark], ['公开']]) },
    bz2: { attachment: packed('bzip2', `${mark}\n\n${plain.join('\n')}`) },
    xz: { attachment: packed('xz', `${mark}\n\n${plain.join('\n')}`) },
    zst: { attachment: packed('zstd', `${mark}\n\n${plain.join('\n')}`, '-q') },
  } // prettier-ignore
}

function workbook(plain, name, bytes) {
  const isBin = name.endsWith('.bin')
  const cells = plain.map((text, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`) // prettier-ignore
  return packageOf(
    'xl/workbook.xml',
    {
      'xl/workbook.xml': xml(
        `<workbook ${namespaces.spreadsheet}><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
      'xl/worksheets/sheet1.xml': xml(
        `<worksheet ${namespaces.spreadsheet}><sheetData>${cells.join('')}</sheetData><oleObjects><oleObject progId="${isBin ? 'Packager Shell Object' : 'Word.Document.12'}" shapeId="1025" r:id="rId1"/></oleObjects></worksheet>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        'rId1',
        isBin ? 'oleObject' : 'package',
        `../embeddings/${name}`,
      ]),
      [`xl/embeddings/${name}`]: bytes,
    },
    {
      'xl/workbook.xml': `${sheetTypes}sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${sheetTypes}worksheet+xml`,
    },
  )
}

const unicode = (text) => [...text].map((each) => (each < '\x80' ? each : `\\u${(each.charCodeAt(0) << 16) >> 16}?`)).join('') // prettier-ignore
const rtf = (plain, shown) =>
  `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\r\n${shown}\\par\r\n${plain.map(unicode).join('\\par\r\n')}\\par}`
const object = (program, bytes) =>
  `{\\object\\objemb\\objw2000\\objh1000{\\*\\objclass ${program}}{\\*\\objdata ${bytes.toString('hex')}}{\\result }}`

function xpsPlaces(mark, png, plain) {
  const schema = 'xmlns="http://schemas.microsoft.com/xps/2005/06"'
  const glyphs = (text, y, more = '') =>
    `<Glyphs OriginX="80" OriginY="${y}" FontRenderingEmSize="20" UnicodeString="${text}" ${more}/>`
  const said = plain.map((text, index) => glyphs(text, 300 + 40 * index)).join('')
  const book = (inner, { title = '说明', more = {} } = {}) =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'FixedDocumentSequence.fdseq': `<FixedDocumentSequence ${schema}/>`,
      'docProps/core.xml': `<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></coreProperties>`,
      'Documents/1/Pages/1.fpage': `<FixedPage Width="793" Height="1122" ${schema}>${inner}${said}</FixedPage>`,
      ...more,
    })
  return {
    body: book(glyphs(mark, 80)),
    header: book(glyphs(mark, 30)),
    hidden: book(glyphs(mark, 80, 'Fill="#00000000"')),
    property: book('', { title: mark }),
    picture: book(
      '<Path Data="M80,80 L400,80 400,170 80,170 Z"><Path.Fill><ImageBrush ImageSource="/Resources/a.png" Viewbox="0,0,640,180" Viewport="80,80,320,90" ViewboxUnits="Absolute" ViewportUnits="Absolute"/></Path.Fill></Path>',
      { more: { 'Resources/a.png': png } },
    ),
    attachment: book('', { more: { 'Resources/a.docx': docx(p(mark)) } }),
  }
}

const int32 = (...numbers) => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((value, index) => bytes.writeInt32LE(value, index * 4))
  return bytes
}

/** One text record, EMR_EXTTEXTOUTW ([MS-EMF] 2.3.5.8). */
function emf(mark) {
  const letters = Buffer.from(mark, 'utf16le')
  const padded = Buffer.concat([letters, Buffer.alloc(-letters.length & 3)])
  const record = (type, ...parts) => Buffer.concat([int32(type, 8 + Buffer.concat(parts).length), ...parts])
  const header = record(1, int32(...Array.from({ length: 20 }, () => 0)))
  header.write(' EMF', 40, 'latin1')
  header.writeInt32LE(600, 16)
  header.writeInt32LE(200, 20)
  return Buffer.concat([
    header,
    record(84, int32(0, 0, 0, 0, 1, 0, 0, 10, 10, mark.length, 76, 0, 0, 0, 0, 0, 76), padded),
    record(14, int32(0, 16, 20)),
  ])
}

/** One META_TEXTOUT ([MS-WMF] 2.3.3.20) in GBK behind a placeable head. */
function wmf(mark) {
  const letters = packed('iconv', mark, '-f', 'UTF-8', '-t', 'GBK//TRANSLIT')
  const record = (type, ...parts) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(6)
    head.writeUInt32LE((6 + body.length) / 2, 0)
    head.writeUInt16LE(type, 4)
    return Buffer.concat([head, body])
  }
  const int16 = (...numbers) => {
    const bytes = Buffer.alloc(numbers.length * 2)
    numbers.forEach((value, index) => bytes.writeInt16LE(value, index * 2))
    return bytes
  }
  const font = Buffer.alloc(50)
  font.writeInt16LE(-32, 0)
  font[13] = 134
  const records = [
    record(0x2fb, font),
    record(0x12d, int16(0)),
    record(0x521, int16(letters.length), letters, Buffer.alloc(letters.length & 1), int16(20, 20)),
    record(0),
  ]
  const head = Buffer.alloc(40)
  head.writeUInt32LE(0x9ac6cdd7, 0)
  head.writeInt16LE(600, 10)
  head.writeInt16LE(200, 12)
  head.writeUInt16LE(96, 14)
  head.writeUInt16LE(1, 22)
  head.writeUInt16LE(9, 24)
  head.writeUInt16LE(0x300, 26)
  head.writeUInt32LE((18 + Buffer.concat(records).length) / 2, 28)
  return Buffer.concat([head, ...records])
}

const dxf = (mark, more = '') =>
  `  0\r\nSECTION\r\n  2\r\nENTITIES\r\n  0\r\nTEXT\r\n${more} 10\r\n0.0\r\n 20\r\n0.0\r\n  1\r\n${mark}\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\n`
