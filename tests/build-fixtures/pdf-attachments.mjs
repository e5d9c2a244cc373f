/** Files inside a PDF: embedded, attached by an annotation, and one whose bytes are missing. */
import { hexText, onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const file = (name, body) => `<< /Type /Filespec /F (file) /UF ${hexText(name)} ${body} >>`

export const attachmentCases = {
  attachment: () =>
    pdfFile({
      ...onePage(show('正文一行，附件两个', 80, 700), {
        catalogue: `/Names << /EmbeddedFiles << /Names [${hexText('a')} 10 0 R ${hexText('b')} 12 0 R] >> >>`,
        page: '/Annots [13 0 R 16 0 R]',
      }),
      10: file('目录/附件一.txt', '/EF << /F 11 0 R >>'),
      11: stream(Buffer.from('附件里的文字\n', 'utf8'), '/Type /EmbeddedFile'),
      12: file('丢失.txt', ''),
      13: '<< /Type /Annot /Subtype /FileAttachment /Rect [400 700 420 720] /P 3 0 R /FS 14 0 R >>',
      16: '<< /Type /Annot /Subtype /Screen /Rect [300 500 420 600] /P 3 0 R >>',
      14: file('批注附件.txt', '/EF << /F 15 0 R >>'),
      15: stream(Buffer.from('批注附件的文字\n', 'utf8'), '/Type /EmbeddedFile'),
    }),
}
