/** Text that is in the file and that nobody sees. */
import { codes, hexText, onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

/** The file with an incremental update behind it: `objects` replace those of the same number. */
function updated(file, objects) {
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(file.toString('latin1'))[1]
  const chunks = [file]
  let at = file.length
  let table = ''
  for (const [number, body] of Object.entries(objects)) {
    const bytes = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ])
    table += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    chunks.push(bytes)
    at += bytes.length
  }
  const trailer = `trailer\n<< /Size 8 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...chunks, Buffer.from(`xref\n${table}${trailer}`, 'latin1')])
}

const notice = show('关于春季植树的通知', 80, 660) + show('各乡镇要提前备好苗木。', 80, 620)

export const hiddenCases = {
  revised: () => updated(pdfFile(onePage(show('机密★10年', 80, 780) + notice)), { 4: stream(notice) }),
  'revised-twice': () =>
    updated(
      updated(pdfFile(onePage(notice)), { 4: stream(notice + show('第二次保存时写的一行', 80, 500)) }),
      { 4: stream(notice) },
    ),
  'added-to': () =>
    updated(pdfFile(onePage(notice)), { 4: stream(notice + show('后来添上的一行', 80, 500)) }),
  hidden: () =>
    pdfFile(
      onePage(
        show('看得见的文字', 80, 700) +
          `q ${show('不显示的文字', 80, 660, 16, '3 Tr')} Q\n` +
          show('小到看不见的文字', 80, 620, 1) +
          `/G1 gs\n${show('透明的文字', 80, 580)}`,
        { resources: '/ExtGState << /G1 << /ca 0 >> >>' },
      ),
    ),
  replaced: () =>
    pdfFile(
      onePage(
        show('正文照常，这一页另有两处文字画出来的与写明的不一样，要看图。', 40, 700) +
          `/Span << /ActualText ${hexText('写明的文字')} >> BDC ${show('画出来的字', 80, 650)} EMC\n` +
          `/Span << /ActualText ${hexText('\t')} >> BDC ${show('另一处文字', 80, 600)} EMC\n`,
      ),
    ),
  'replaced-in-form': () =>
    pdfFile({
      ...onePage('.24 0 0 -.24 60 800 cm /X1 Do\n', { resources: '/XObject << /X1 10 0 R >>' }),
      10: stream(
        // As Chromium writes it: one object for each character, the shared glyph with the character it stands for.
        [...'秘密★6个月']
          .map((letter, index) => {
            const shown = `BT /F1 16 Tf 1 0 0 -1 ${20 + 16 * index} 40 Tm ${codes(letter)} Tj ET`
            const named = `/Span << /ActualText ${hexText(letter)} >> BDC ${shown} EMC`
            return `q 3.125 0 0 3.125 30 40 cm ${letter === '月' ? named : shown} Q\n`
          })
          .join(''),
        '/Type /XObject /Subtype /Form /BBox [0 0 2000 3000] /Group << /S /Transparency >> /Resources << /Font << /F1 5 0 R >> >>',
      ),
    }),
  layers: () =>
    pdfFile({
      ...onePage(
        `${show('平常的文字', 80, 700)}/OC /L1 BDC ${show('关闭的图层', 80, 660)} EMC /OC /L2 BDC ${show('打开的图层', 80, 620)} EMC`,
        {
          catalogue:
            '/OCProperties << /OCGs [10 0 R 11 0 R] /D << /OFF [10 0 R] /Order [10 0 R 11 0 R] >> >>',
          resources: '/Properties << /L1 10 0 R /L2 11 0 R >>',
        },
      ),
      10: `<< /Type /OCG /Name ${hexText('图层甲')} >>`,
      11: `<< /Type /OCG /Name ${hexText('图层乙')} >>`,
    }),
}
