/** Builds fixtures/extract/epub/<case>/input.epub. Needs ImageMagick for one picture; the tests do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawn } from './ofd-pictures.mjs'
import { zipOf } from './zip.mjs'

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
const chapter = (text) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>章</title></head><body><p>${text}</p><img src="../a.png"/></body></html>`
const item = (id, href, type) => `<item id="${id}" href="${href}" media-type="${type}"/>`
const opf = (items, spine) =>
  `<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>保密知识读本</dc:title><dc:creator>张三</dc:creator><dc:identifier>urn:1</dc:identifier><meta name="密级" content="内部"/></metadata><manifest>${items.join('')}</manifest><spine>${spine.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`
const book = (files) =>
  zipOf(
    { mimetype: 'application/epub+zip', 'META-INF/container.xml': container, ...files },
    { stored: ['mimetype'] },
  )

const xhtml = 'application/xhtml+xml'
const cases = {
  chapters: () =>
    book({
      'OPS/content.opf': opf(
        [
          item('c1', 'text/1.xhtml', xhtml),
          item('c2', 'text/2.xhtml', xhtml),
          item('n', 'toc.ncx', 'application/x-dtbncx+xml'),
          item('p', 'a.png', 'image/png'),
          item('x', 'gone.xhtml', xhtml),
          item('r', 'http://oa.invalid/v.mp4', 'video/mp4'),
        ],
        ['c2', 'c1'],
      ),
      'OPS/text/1.xhtml': chapter('第一章'),
      'OPS/text/2.xhtml': chapter('第二章'),
      'OPS/toc.ncx':
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><docTitle><text>保密知识读本</text></docTitle><navMap><navPoint><navLabel><text>内部章节</text></navLabel></navPoint></navMap></ncx>',
      'OPS/a.png': drawn('插图', ['png:-']),
      'OPS/text/unlisted.xhtml': chapter('没有列入目录'),
      'OPS/f.ttf': Buffer.from('0001', 'hex'),
    }),
  encrypted: () =>
    book({
      'OPS/content.opf': opf([item('c1', '1.xhtml', xhtml)], ['c1']),
      'OPS/1.xhtml': Buffer.from('7f31', 'hex'),
      'OPS/f.otf': Buffer.from('0001', 'hex'),
      'META-INF/encryption.xml':
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">' +
        [
          ['http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/1.xhtml'],
          ['http://www.idpf.org/2008/embedding', 'OPS/f.otf'],
        ]
          .map(
            ([algorithm, uri]) =>
              `<enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData>`,
          )
          .join('') +
        '</encryption>',
    }),
  'no-package': () => book({ 'OPS/1.xhtml': chapter('散页') }),
  'cut-off': () => book({ 'OPS/content.opf': opf([], []) }).subarray(0, 300),
}

for (const [name, build] of Object.entries(cases)) {
  const folder = new URL(`../../fixtures/extract/epub/${name}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const bytes = build()
  writeFileSync(new URL('input.epub', folder), bytes)
  console.log(name, bytes.length)
}
