/** Files and words that a PDF carries where hardly any program shows them, and files without the header they should have. */
import { deflateSync } from 'node:zlib'
import { hexText, onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const file = (text) => stream(Buffer.from(text, 'utf8'), '/Type /EmbeddedFile')

/** Associated, related, additional, unreferenced files; columns of a collection; structure without an Alt; private data. */
const carried = () =>
  pdfFile(
    {
      ...onePage(show('正文一行', 80, 700), {
        catalogue:
          '/AF [10 0 R] /Names << /EmbeddedFiles << /Names [(named) 12 0 R] >> >> /StructTreeRoot 30 0 R ' +
          `/Collection << /Schema << /A << /Subtype /S /N ${hexText('栏目名')} >> >> >>`,
        page: `/PieceInfo << /Own << /Private << /Note ${hexText('程序自己的话')} >> >> >> /Annots [40 0 R]`,
      }),
      10: `<< /Type /Filespec /F (a.txt) /UF ${hexText('甲.txt')} /EF << /F 11 0 R >> /Desc ${hexText('文件说明')} >>`,
      11: file('随附的文件'),
      12: `<< /Type /Filespec /F (b.txt) /EF << /F 13 0 R >> /RF << /F [(b.txt) 13 0 R (c.txt) 14 0 R] >> /CI << /A ${hexText('栏目里的字')} >> >>`,
      13: file('登记的文件'),
      14: stream(deflateSync(Buffer.from('相关的文件')), '/Filter /FlateDecode'),
      15: file('没有人提到的文件'),
      16: file('登记的文件'),
      17: stream('PCMP', ''),
      30: '<< /Type /StructTreeRoot /K [31 0 R 32 0 R] >>',
      31: `<< /Type /StructElem /S /Sect /P 30 0 R /Pg 3 0 R /T ${hexText('一节的名字')} /K [] >>`,
      32: `<< /S /Span /P 30 0 R /ActualText ${hexText('实际的字')} /E ${hexText('展开的字')} >>`,
      40: '<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 20 20] /FS << /F (d.txt) /EF << /F 41 0 R >> >> >>',
      41: file('页面上的文件'),
    },
    '/Root 1 0 R /AdditionalStreams [/text#2Fplain 17 0 R]',
  )

const type3 = (matrix) =>
  `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 40 50] /FontMatrix [${matrix}] /FirstChar 78 /LastChar 78 /Widths [42] /Resources << >> /CharProcs << /N 21 0 R >> /Encoding << /Type /Encoding /Differences [78 /N] >> >>`

const plainPage = () => pdfFile(onePage(show('没有开头的文件', 80, 700)))
const body = () => plainPage().subarray('%PDF-1.7\n'.length)

export const carriedCases = {
  carried,
  headless: body,
  'header-without-version': () => Buffer.concat([Buffer.from('%PDF-\n'), body()]),
  'header-far-behind': () => Buffer.concat([Buffer.from('x'.repeat(3000) + '\n'), plainPage()]),
  'removed-page': () =>
    pdfFile({
      ...onePage(show('留下的一页', 80, 700)),
      20: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 21 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      21: stream(show('留下的一页', 80, 700) + show('删去的一页上的字', 80, 600)),
    }),
  'removed-twin-clean': () =>
    pdfFile({
      ...onePage(show('留下的一页', 80, 700)),
      20: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 21 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      21: stream(show('留下的一页', 80, 700)),
    }),
  'unknown-map': () => pdfFile(onePage(show('认不出来', 80, 700), { font: { encoding: 'UniGB-UTF8-H' } })),
  /** The first line is drawn large by units of its own; the second is as small as it says. */
  'type3-units': () =>
    pdfFile({
      ...onePage('BT /F2 0.24 Tf 80 700 Td (NNN) Tj ET BT /F3 0.24 Tf 80 600 Td (NNN) Tj ET', {
        resources: '/Font << /F1 5 0 R /F2 20 0 R /F3 22 0 R >>',
      }),
      20: type3('1 0 0 1 0 0'),
      21: stream('42 0 0 0 40 50 d1 0 0 8 50 re f 32 0 8 50 re f'),
      22: type3('0.02 0 0 0.02 0 0'),
    }),
  'objects-on-lines': () =>
    Buffer.from(
      plainPage()
        .toString('latin1')
        .replace(/(\d+) 0 obj\n/g, '$1\n0\nobj\n'),
      'latin1',
    ),
}
