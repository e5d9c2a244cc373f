/** Builds fixtures/extract/xps/<case>/input.xps (ECMA-388). */
import { writeCases } from './write-cases.mjs'
import { zipOf } from './zip.mjs'

const schema = 'xmlns="http://schemas.microsoft.com/xps/2005/06"'
const glyphs = (text, y, more = '') =>
  `<Glyphs OriginX="80" OriginY="${y}" FontRenderingEmSize="20" UnicodeString="${text}" ${more}/>`
const page = (inner) => `<FixedPage Width="793" Height="1122" ${schema}>${inner}</FixedPage>`
const book = (pages) =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'FixedDocumentSequence.fdseq': `<FixedDocumentSequence ${schema}/>`,
    'docProps/core.xml':
      '<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>内部资料</dc:title></coreProperties>',
    ...Object.fromEntries(pages.map((inner, at) => [`Documents/1/Pages/${at + 1}.fpage`, page(inner)])),
  })

writeCases('xps', {
  pages: {
    'input.xps': book([
      glyphs('机密★10年', 80) + glyphs('{}正文', 200) + glyphs('透明的字', 240, 'Fill="#00000000"'),
      glyphs('第二页', 80),
    ]),
  },
  drawn: {
    'input.xps': book(['<Glyphs OriginX="80" OriginY="80" FontRenderingEmSize="20" Indices="12;13"/>']),
  },
  'no-pages': { 'input.xps': book([]) },
})
