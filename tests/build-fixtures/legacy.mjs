/**
 * Builds fixtures/extract/{doc,xls,ppt,metafile,compound}. Needs LibreOffice (writer, calc, impress) and ImageMagick;
 * the tests do not.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { filePass, formula, oldWorkbook, sharedCell, splitStrings, workbookOf } from './biff.mjs'
import { encryptedWorkbook } from './biff-cipher.mjs'
import { cfbOf } from './cfb.mjs'
import { withoutThumbnail } from './cfb-read.mjs'
import { presentation, textDocument, workbook } from './flat-office.mjs'
import { drawn } from './ofd-pictures.mjs'
import { nativeStream } from './ole-package.mjs'
import { writeCases } from './write-cases.mjs'

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'))
const png = drawn('检查通知', ['png:-'], '120x40')

function converted(source, extension, filter = '') {
  const from = join(folder, `input.${source.kind}`)
  writeFileSync(from, source.text)
  execFileSync('soffice', ['--headless', '--convert-to', `${extension}${filter}`, '--outdir', folder, from])
  return readFileSync(join(folder, `input.${extension}`))
}

/** A copy with bytes changed. */
const changed = (bytes, change) => {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}
/** Where the stream that begins with `magic` lies; LibreOffice keeps large streams in one piece. */
const streamAt = (bytes, magic) => bytes.indexOf(Buffer.from(magic, 'hex'))
const FIB = 'eca5'

const base64 = png.toString('base64')
const text = converted({ kind: 'fodt', text: textDocument(base64) }, 'doc', ':MS Word 97')
/** A workbook among the letters, kept as an object with a preview. */
const inner = workbook().replace(
  /^.*?<office:document[^>]*>/s,
  '<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
)
const object = `<text:p><draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="3cm"><draw:object>${inner}</draw:object></draw:frame></text:p>`
const embedding = converted(
  { kind: 'fodt', text: textDocument(base64).replace('<text:p>plain', `${object}<text:p>plain`) },
  'doc',
  ':MS Word 97',
)
const book = converted({ kind: 'fods', text: workbook() }, 'xls', ':MS Excel 97')
const slides = withoutThumbnail(
  converted({ kind: 'fodp', text: presentation(base64) }, 'ppt', ':MS PowerPoint 97'),
)

const fib = (change) => changed(text, (copy) => change(copy, streamAt(copy, FIB)))
/** The directory's chain of sectors leads back to its beginning. */
const circle = changed(text, (copy) => {
  const directory = copy.readUInt32LE(48)
  const table = (copy.readUInt32LE(76) + 1) * 512
  copy.writeUInt32LE(directory, table + directory * 4)
})

writeCases('doc', {
  stories: { 'input.doc': text },
  embedded: { 'input.doc': embedding },
  encrypted: {
    'input.doc': fib((copy, at) => copy.writeUInt16LE(copy.readUInt16LE(at + 10) | 0x100, at + 10)),
  },
  'word-95': { 'input.doc': fib((copy, at) => copy.writeUInt16LE(0x65, at + 2)) },
  'lying-length': {
    'input.doc': fib((copy, at) => copy.writeUInt32LE(copy.readUInt32LE(at + 76) + 5_000, at + 76)),
  },
  'no-pieces': { 'input.doc': fib((copy, at) => copy.writeUInt32LE(0, at + 422)) },
  'no-formatting': { 'input.doc': fib((copy, at) => copy.writeUInt32LE(0, at + 254)) },
  circle: { 'input.doc': circle },
  'cut-off': { 'input.doc': text.subarray(0, 9_000) },
})

const letters = (source) => {
  const bytes = iconv.encode(source, 'gbk')
  const groups = []
  for (let at = 0; at < bytes.length; at += 8) groups.push(Buffer.from([0]), bytes.subarray(at, at + 8))
  const chunk = Buffer.concat(groups)
  const head = Buffer.alloc(3)
  head.writeUInt8(1, 0)
  head.writeUInt16LE(0xb000 | (chunk.length - 1), 1)
  return Buffer.concat([head, chunk])
}
const tagged = (id, data) => {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(id, 0)
  head.writeUInt32LE(data.length, 2)
  return Buffer.concat([head, data])
}
const number = (value, size) => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}
const dir = Buffer.concat([
  tagged(3, number(936, 2)),
  tagged(0x1a, Buffer.from('Module1')),
  tagged(0x31, number(0, 4)),
])
const vba = (source) => ({
  VBA: { dir: letters(dir.toString('latin1')), Module1: letters(source), _VBA_PROJECT: 'x' },
  PROJECT: 'ID="{0}"\r\nModule=Module1\r\n',
})
const macro = 'Attribute VB_Name = "Module1"\r\nSub 发文()\r\n  MsgBox "机密★20年"\r\nEnd Sub\r\n'
const objects = {
  MBD00000001: {
    '\x01Ole10Native': nativeStream('list.txt', iconv.encode('内部资料', 'gbk')),
    '\x01CompObj': 'x',
  },
  MBD00000002: { Workbook: workbookOf([{ name: '内嵌表', rows: ['秘密★5年'] }]) },
  _VBA_PROJECT_CUR: vba(macro),
}
const first = { name: '公开表', rows: ['姓名'] }

/** Longer than a block of the cipher. */
const sealed = (password, bits) =>
  encryptedWorkbook(
    (pass) =>
      workbookOf(
        [
          {
            name: '值班表',
            rows: ['机密★5年', ...Array.from({ length: 60 }, (_, row) => `第${row}周值班人员`)],
          },
        ],
        [pass],
      ),
    password,
    bits,
  )

writeCases('xls', {
  sheets: { 'input.xls': book },
  'very-hidden': {
    'input.xls': cfbOf({ Workbook: workbookOf([first, { name: '底表', state: 2, rows: ['机密★20年'] }]) }),
  },
  strings: {
    'input.xls': cfbOf({
      Workbook: workbookOf(
        [{ ...first, extra: [sharedCell(3, 1), formula(4, '公式里的机密')] }],
        [splitStrings('删去的绝密', '跨记录的长文字')],
      ),
    }),
  },
  objects: { 'input.xls': cfbOf({ Workbook: workbookOf([first]), ...objects }) },
  macros: { 'input.xls': cfbOf({ Workbook: workbookOf([{ ...first, macro: true }]) }) },
  'default-password': { 'input.xls': cfbOf({ Workbook: sealed('VelvetSweatshop') }) },
  'default-password-cryptoapi': { 'input.xls': cfbOf({ Workbook: sealed('VelvetSweatshop', 128) }) },
  'other-password': { 'input.xls': cfbOf({ Workbook: sealed('某人自设', 128) }) },
  encrypted: { 'input.xls': cfbOf({ Workbook: workbookOf([first], [filePass()]) }) },
  'excel-95': { 'input.xls': cfbOf({ Book: oldWorkbook() }) },
  'lost-sheet': {
    'input.xls': cfbOf({
      Workbook: changed(workbookOf([first, first]), (copy) => copy.writeUInt32LE(9, 24)),
    }),
  },
})

writeCases('ppt', {
  slides: { 'input.ppt': slides },
  encrypted: {
    'input.ppt': changed(slides, (copy) => {
      const at = copy.indexOf(Buffer.from('5fc091e3', 'hex'))
      copy.writeUInt32LE(0xf3d1c4df, at)
    }),
  },
})

const emf = converted({ kind: 'fodp', text: presentation(base64) }, 'emf')
const wmf = converted({ kind: 'fodp', text: presentation(base64) }, 'wmf')
const emfRecord = (type, ...numbers) => {
  const bytes = Buffer.alloc(8 + numbers.length * 4)
  ;[type, bytes.length, ...numbers].forEach((value, index) => bytes.writeInt32LE(value, index * 4))
  return bytes
}
const emfHeader = () =>
  changed(emfRecord(1, ...Array.from({ length: 20 }, () => 0)), (copy) => copy.write(' EMF', 40, 'latin1'))
const emfOf = (...records) => Buffer.concat([emfHeader(), ...records, emfRecord(14, 0, 16, 20)])
const glyphText = emfRecord(84, 0, 0, 0, 0, 1, 0, 0, 10, 10, 2, 76, 0x10, 0, 0, 0, 0, 0, 0x00100020)

writeCases('metafile', {
  emf: { 'input.emf': emf },
  wmf: { 'input.wmf': wmf },
  glyphs: { 'input.emf': emfOf(glyphText) },
  curves: { 'input.emf': emfOf(...Array.from({ length: 12 }, () => emfRecord(86, 0, 0, 9, 9, 1, 5))) },
  lines: { 'input.emf': emfOf(emfRecord(54, 10, 10)) },
  'cut-off': { 'input.emf': emf.subarray(0, 1_500) },
})

writeCases('compound', {
  macros: { 'input.bin': cfbOf(vba(macro)) },
  'empty-macros': { 'input.bin': cfbOf(vba('Attribute VB_Name = "Module1"\r\n')) },
  'broken-macros': {
    'input.bin': cfbOf({ VBA: { dir: letters(dir.toString('latin1')), Module1: 'x' } }),
  },
  package: {
    'input.bin': cfbOf({ '\x01Ole10Native': nativeStream('名单.txt', iconv.encode('机密★20年', 'gbk')) }),
  },
  visio: { 'input.vsd': cfbOf({ VisioDocument: 'x' }) },
  unknown: { 'input.bin': cfbOf({ Contents: '\0\x01\x02\x03' }) },
  'cut-off': { 'input.bin': cfbOf({ Contents: 'x' }).subarray(0, 700) },
})
rmSync(folder, { recursive: true, force: true })
