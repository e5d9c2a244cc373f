/** Builds fixtures/extract/odf/flat-*: OpenDocument in a single XML file. */
import { writeCases } from './write-cases.mjs'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const flat = (kind, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="${oasis}office:1.0" xmlns:text="${oasis}text:1.0" xmlns:table="${oasis}table:1.0" xmlns:draw="${oasis}drawing:1.0" xmlns:style="${oasis}style:1.0" xmlns:meta="${oasis}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:meta><dc:title>平面文件</dc:title><meta:user-defined meta:name="密级">秘密</meta:user-defined></office:meta><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>页眉里的字</text:p></style:header></style:master-page></office:master-styles><office:body><office:${kind}>${inner}</office:${kind}></office:body></office:document>`
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

writeCases('odf', {
  'flat-text': {
    'input.fodt': flat(
      'text',
      `<text:p>机密★10年</text:p><text:p><draw:frame><draw:image><office:binary-data>${dot}</office:binary-data></draw:image></draw:frame>图下的字</text:p>`,
    ),
  },
  'flat-sheet': {
    'input.fods': flat(
      'spreadsheet',
      '<table:table table:name="名单"><table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell></table:table-row></table:table>',
    ),
  },
})
