/** Files that cannot be read to the end. None may come out as clean. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const plain = () => pdfFile(onePage(show('正文一行', 80, 700)))
const twoPages = (second) =>
  pdfFile({
    ...onePage(show('第一页正文', 80, 700)),
    2: '<< /Type /Pages /Kids [3 0 R 10 0 R] /Count 2 >>',
    ...second,
  })

export const damagedCases = {
  encrypted: (target, of) =>
    void execFileSync('qpdf', ['--encrypt', 'open', 'owner', '256', '--', of('text'), target]),
  'owner-password': (target, of) =>
    void execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', of('extras'), target]),
  truncated: (_target, of) => {
    const whole = readFileSync(of('text'))
    return whole.subarray(0, Math.round(whole.length * 0.7))
  },
  'truncated-update': () =>
    Buffer.concat([plain(), Buffer.from('8 0 obj\n<< /Length 4000 >>\nstream\nq 1 0 0', 'latin1')]),
  'trailing-bytes': () =>
    Buffer.concat([plain(), Buffer.from('\r\n<!-- sent by a mail gateway -->\r\n\0\0\0', 'latin1')]),
  'damaged-stream': () => {
    const packed = deflateSync(Buffer.from(show('正文一行', 80, 700).repeat(20), 'latin1'))
    packed[Math.floor(packed.length / 2)] ^= 0x55
    return pdfFile({ ...onePage(''), 4: stream(packed, '/Filter /FlateDecode') })
  },
  'missing-page': () => twoPages({}),
  'lost-content': () =>
    twoPages({ 10: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 77 0 R >>' }),
  'blank-page': () =>
    twoPages({
      10: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [11 0 R] >>',
      11: stream('q 1 0 0 1 0 0 cm Q BT /F1 12 Tf () Tj ET'),
    }),
  'no-pages': () =>
    pdfFile({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' }),
  'page-cycle': () => twoPages({ 10: '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>' }),
  'huge-page': () => pdfFile(onePage(show('很大的一页', 80, 700), { box: [0, 0, 2000000, 2000000] })),
  'second-reader': () =>
    pdfFile({
      ...onePage('BT /F1 16 Tf 80 700 Td (Words a second reader finds) Tj ET'),
      1: '<< /Type /Catalog /Pages 99 0 R >>',
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    }),
  'broken-page-tree': () =>
    pdfFile({ ...onePage(show('正文一行', 80, 700)), 2: '<< /Type /Pages /Kids 7 /Count 1 >>' }),
  refused: () => Buffer.from('%PDF-1.7\nnothing that follows is a PDF\n%%EOF\n', 'latin1'),
}
