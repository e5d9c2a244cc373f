/** Text that is in the file and that nobody sees. */
import { hexText, onePage, pdfFile, show } from './pdf-syntax.mjs'

export const hiddenCases = {
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
