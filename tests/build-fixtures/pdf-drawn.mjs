/** Pages whose words are pictures, outlines or glyphs without a meaning. */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import iconv from 'iconv-lite'
import { codes, onePage, pdfFile, show, songFont, stream } from './pdf-syntax.mjs'

/** The first page of a fixture as a small grey JPEG: what a scanner would have made of it. */
function photograph(path, dpi) {
  const stem = `${path}.page`
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-jpeg', '-singlefile', path, stem])
  const bytes = readFileSync(`${stem}.jpg`)
  rmSync(`${stem}.jpg`)
  const start = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  return { bytes, height: bytes.readUInt16BE(start + 5), width: bytes.readUInt16BE(start + 7) }
}

const jpeg = ({ bytes, width, height }) =>
  stream(
    bytes,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
  )

const withPicture = (content, picture) => ({
  ...onePage(content, { resources: '/XObject << /Im1 9 0 R >>' }),
  9: jpeg(picture),
})

export const drawnCases = {
  scan: (_target, of) => pdfFile(withPicture('q 595 0 0 842 0 0 cm /Im1 Do Q', photograph(of('text'), 72))),
  'scan-with-layer': (_target, of) =>
    pdfFile(
      withPicture(
        `q 595 0 0 842 0 0 cm /Im1 Do Q\n${show('青禾县人民政府文件', 180, 730, 20, '3 Tr')}`,
        photograph(of('text'), 72),
      ),
    ),
  mixed: (_target, of) =>
    pdfFile(
      withPicture(
        `${show('下图是公告的照片，正文在此，以文字为准，共计二十余字。', 80, 760)}q 200 0 0 283 80 400 cm /Im1 Do Q q 6 0 0 6 400 760 cm /Im1 Do Q`,
        photograph(of('text'), 40),
      ),
    ),
  outlines: (target, of) =>
    void execFileSync('gs', ['-q', '-o', target, '-sDEVICE=pdfwrite', '-dNoOutputFonts', of('text')]),
  'not-embedded': () =>
    pdfFile(onePage(show('仿宋字体没有嵌入文件', 80, 700, 24) + show('（此件公开发布）', 80, 650))),
  'old-encodings': () => {
    const shown = (font, text, charset, y) =>
      `BT /${font} 20 Tf 60 ${y} Td <${iconv.encode(text, charset).toString('hex')}> Tj ET\n`
    return pdfFile({
      ...onePage(
        shown('F1', '此件公开发布 ABC', 'gbk', 700) +
          shown('F2', '此件公開發佈', 'big5', 650) +
          shown('F3', '此件公开发布', 'gbk', 600),
      ),
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 8 0 R /F3 11 0 R >> >> >>',
      ...songFont(5, { name: '#B7#C2#CB#CE_GB2312', encoding: 'GBK-EUC-H' }),
      ...songFont(8, { name: 'MingLiU', encoding: 'ETen-B5-H', ordering: 'CNS1' }),
      11: '<< /Type /Font /Subtype /TrueType /BaseFont /#CB#CE#CC#E5 /FirstChar 0 /LastChar 255 /Encoding /WinAnsiEncoding /FontDescriptor 7 0 R >>',
    })
  },
  unmapped: () =>
    pdfFile({
      ...onePage(
        `BT /F1 16 Tf 80 700 Td ${codes('\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018')} Tj ET\n`,
      ),
      5: '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      6: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>',
    }),
  'partly-unmapped': () =>
    pdfFile({
      ...onePage(
        `${show('正文照常，文字都认得，只有另一种字体的几个字说不清是什么，要看图。', 40, 700)}BT /F2 16 Tf 80 650 Td ${codes('\u0011\u0012\u0013\u0014')} Tj ET BT /F3 16 Tf 80 600 Td <ab> Tj ET\n`,
        { resources: '' },
      ),
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 8 0 R /F3 10 0 R >> >> >>',
      8: '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [9 0 R] >>',
      9: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>',
      10: '<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular /FirstChar 171 /LastChar 171 /Widths [1000] >>',
    }),
  'private-use': () =>
    pdfFile({
      ...onePage(`BT /F1 16 Tf 80 700 Td <0102030405060708> Tj ET\n`),
      5: '<< /Type /Font /Subtype /TrueType /BaseFont /Song /FirstChar 1 /LastChar 8 /Widths [1000 1000 1000 1000 1000 1000 1000 1000] /ToUnicode 8 0 R >>',
      8: stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <08> <e001> endbfrange endcmap end end',
      ),
    }),
}
