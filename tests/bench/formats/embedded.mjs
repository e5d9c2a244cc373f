/** Office documents that carry another file: an object of another program, or a file put into an object package. */
import { cfbOf } from '../../build-fixtures/cfb.mjs'
import { docx, p as docxParagraph } from '../../build-fixtures/docx-writer.mjs'
import { nativeStream } from '../../build-fixtures/ole-package.mjs'
import { zipOf } from '../../build-fixtures/zip.mjs'
import { declared } from './names.mjs'

const p = (text) => `<text:p>${text}</text:p>`
const root = (inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${declared} office:version="1.3"><office:body>${inner}</office:body></office:document-content>`
const type = (kind) => `application/vnd.oasis.opendocument.${kind}`
const table = (...texts) =>
  `<office:spreadsheet><table:table table:name="表">${texts.map((text) => `<table:table-row><table:table-cell office:value-type="string">${p(text)}</table:table-cell></table:table-row>`).join('')}`

/** What stands around the frame, by kind of document. */
const around = {
  text: (frame, plain) => `<office:text>${p(frame)}${plain.map(p).join('')}</office:text>`,
  spreadsheet: (frame, plain) =>
    `${table(...plain).replace(/(<table:table [^>]*>)/, `$1<table:shapes>${frame}</table:shapes>`)}</table:table></office:spreadsheet>`,
  presentation: (frame, plain) =>
    `<office:presentation><draw:page draw:name="p1" draw:master-page-name="M">${frame}<draw:frame svg:width="8cm" svg:height="2cm" svg:x="2cm" svg:y="2cm"><draw:text-box>${plain.map(p).join('')}</draw:text-box></draw:frame></draw:page></office:presentation>`,
} // prettier-ignore

/**
 * @param {'text' | 'spreadsheet' | 'presentation'} kind
 * @param {'attachment' | 'object'} place a packaged DOCX, or a spreadsheet embedded as an object
 * @param {{ mark: string, plain: string[] }} content
 * @returns {Buffer} an OpenDocument package
 */
export function embeddingSource(kind, place, { mark, plain }) {
  const isPackage = place === 'attachment'
  const target = `<draw:${isPackage ? 'object-ole' : 'object'} xlink:href="./Object 1" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>`
  const anchor = kind === 'text' ? 'text:anchor-type="as-char" ' : ''
  const frame = `<draw:frame ${anchor}svg:width="6cm" svg:height="2cm" svg:x="2cm" svg:y="6cm">${target}</draw:frame>`
  const inner = isPackage
    ? { 'Object 1': packagedObject('说明.docx', docx(docxParagraph(mark))) }
    : { 'Object 1/content.xml': root(`${table(mark)}</table:table></office:spreadsheet>`) }
  const listed = isPackage
    ? [['Object 1', 'application/vnd.sun.star.oleobject']]
    : [['Object 1/', type('spreadsheet')], ['Object 1/content.xml', 'text/xml']] // prettier-ignore
  const entry = ([path, media]) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`
  return zipOf(
    {
      mimetype: type(kind),
      'META-INF/manifest.xml': `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${[['/', type(kind)], ['content.xml', 'text/xml'], ...listed].map(entry).join('')}</manifest:manifest>`,
      'content.xml': root(around[kind](frame, plain)),
      ...inner,
    },
    { stored: ['mimetype'] },
  ) // prettier-ignore
}

/** What the object packager leaves of a file dropped into a document ([MS-OLEDS] 2.3.6). */
export function packagedObject(name, bytes) {
  const user = Buffer.from('Package\0')
  const head = Buffer.alloc(28)
  head.writeUInt32LE(0xfffe0001, 0)
  head.writeUInt32LE(0x00000a03, 4)
  head.writeInt32LE(-1, 8)
  Buffer.from('0c00030000000000c000000000000046', 'hex').copy(head, 12)
  const counted = (text) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(text.length)
    return Buffer.concat([length, text])
  }
  return cfbOf(
    {
      '\x01CompObj': Buffer.concat([head, counted(user), counted(Buffer.alloc(0)), counted(user)]),
      '\x01Ole': Buffer.from('0100000200000000000000000000000000000000', 'hex'),
      '\x01Ole10Native': nativeStream(name, bytes),
    },
    { class: '0c00030000000000c000000000000046', mini: true },
  )
}
