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
  'deleted-in-place': {
    'input.fodt': flat(
      'text',
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>李四</dc:creator></office:change-info></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes><text:p>删去<text:change-start text:change-id="c1"/>机密★20年<text:change-end text:change-id="c1"/>之后<text:change-start text:change-id="c2"/>加上的<text:change-end text:change-id="c2"/></text:p>',
    ),
  },
  'flat-sheet': {
    'input.fods': flat(
      'spreadsheet',
      '<table:table table:name="名单"><table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell></table:table-row></table:table>',
    ),
  },
})
