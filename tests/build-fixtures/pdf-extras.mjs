/** Words beside the pages: properties, XMP, outline, labels, annotations, form fields, scripts, alternative texts. */
import { hexText, onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="关键词甲">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">元数据里的题名</rdf:li></rdf:Alt></dc:title>
<dc:subject><rdf:Bag><rdf:li>主题一</rdf:li><rdf:li>主题二</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const annotation = (subtype, rect, rest) =>
  `<< /Type /Annot /Subtype /${subtype} /Rect [${rect}] /P 3 0 R ${rest} >>`
const box = (content) => stream(content, '/Type /XObject /Subtype /Form /BBox [0 0 120 40]')

const annotations = {
  20: annotation(
    'Text',
    '400 700 420 720',
    `/Contents ${hexText('批注内容')} /T ${hexText('张三')} /Subj ${hexText('意见')} /Popup 21 0 R`,
  ),
  21: annotation('Popup', '430 700 530 760', '/Parent 20 0 R'),
  22: annotation(
    'FreeText',
    '80 500 280 530',
    `/Contents ${hexText('直接写在页面上的批注')} /DA (/F1 12 Tf)`,
  ),
  23: annotation(
    'Link',
    '80 600 180 620',
    '/A << /S /URI /URI (https://example.invalid/%E9%99%84%E4%BB%B6.doc) >>',
  ),
  24: annotation('Stamp', '300 500 420 540', '/AP << /N 30 0 R >>'),
  25: annotation(
    'Highlight',
    '80 690 200 716',
    `/Contents ${hexText('隐藏的意见')} /F 2 /QuadPoints [80 716 200 716 80 690 200 690]`,
  ),
  26: `<< /Type /Annot /Subtype /Widget /FT /Tx /T ${hexText('密级')} /TU ${hexText('填写提示')} /V ${hexText('公开')} /Rect [80 400 200 420] /P 3 0 R /DA (/F1 12 Tf) >>`,
  27: `<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (choice) /Opt [${hexText('选项甲')} ${hexText('选项乙')}] /V ${hexText('选项乙')} /Rect [80 360 200 380] /P 3 0 R /DA (/F1 12 Tf) >>`,
  30: box('1 0 0 RG 2 w 2 2 116 36 re S'),
}

export const extraCases = {
  extras: () =>
    pdfFile(
      {
        ...onePage(show('正文一行', 80, 700), {
          catalogue: `/Outlines 10 0 R /Metadata 13 0 R /PageLabels << /Nums [0 << /P ${hexText('附件')} /S /D >>] >> /Names << /JavaScript << /Names [${hexText('打开时')} 14 0 R] >> /Dests << /Names [${hexText('第一章')} [3 0 R /Fit]] >> >> /AcroForm << /Fields [26 0 R 27 0 R] /DR << /Font << /F1 5 0 R >> >> >>`,
          page: '/Annots [20 0 R 21 0 R 22 0 R 23 0 R 24 0 R 25 0 R 26 0 R 27 0 R]',
        }),
        10: '<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>',
        11: `<< /Title ${hexText('第一节书签')} /Parent 10 0 R /Next 12 0 R /Dest [3 0 R /Fit] >>`,
        12: `<< /Title ${hexText('第二节书签')} /Parent 10 0 R /Prev 11 0 R /Next 11 0 R /Dest [3 0 R /Fit] >>`,
        13: stream(Buffer.from(xmp, 'utf8'), '/Type /Metadata /Subtype /XML'),
        14: `<< /S /JavaScript /JS ${hexText("app.alert('脚本里的字')")} >>`,
        15: `<< /Title ${hexText('属性里的题名')} /Author ${hexText('办公室')} /Keywords (\xb9\xab\xbf\xaa) /MIJI ${hexText('自定义属性')} >>`,
        ...annotations,
      },
      '/Root 1 0 R /Info 15 0 R',
    ),
  alternatives: () =>
    pdfFile({
      ...onePage(`/Figure << /MCID 0 >> BDC 1 0 0 rg 80 600 100 100 re f EMC\n${show('正文一行', 80, 750)}`, {
        catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R',
        page: '/StructParents 0',
      }),
      10: '<< /Type /StructTreeRoot /K [11 0 R] /ParentTree << /Nums [0 [12 0 R]] >> >>',
      11: '<< /Type /StructElem /S /Document /P 10 0 R /K [12 0 R] >>',
      12: `<< /Type /StructElem /S /Figure /P 11 0 R /Pg 3 0 R /K 0 /Alt ${hexText('图片的替代文字')} >>`,
    }),
}
