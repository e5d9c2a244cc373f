/** What is said about PDF files. */
export const pdfPhrases = {
  'pdf.encrypted': {
    zh: 'PDF 需要密码才能打开，里面的内容没有检查；请用没有密码的版本再检查',
    en: 'the PDF needs a password; nothing in it was inspected; check a version without a password',
  },
  'pdf.security': {
    zh: 'PDF 用了证书或其他特殊方式加密，打不开，里面的内容没有检查；请换成没有加密的版本再检查',
    en: 'the PDF is protected in a way that cannot be opened; check a version without protection',
  },
  'pdf.refused': {
    zh: '这不是完整的 PDF，打不开；请用原来的程序重新导出后再检查',
    en: 'this is not a complete PDF and cannot be opened; export it again and check that',
  },
  'pdf.part-read': {
    zh: 'PDF 已损坏，只救回 {pages} 页来检查，其余内容没有检查到；请用原来的程序重新导出后再检查',
    en: 'the PDF is damaged: {pages} pages were recovered and inspected, the rest was not; export it again and check that',
  },
  'pdf.cut-off': {
    zh: 'PDF 不完整，后面的内容缺失（可能没有下载完或没有保存完），缺失的部分没有检查；请取得完整的文件再检查',
    en: 'the PDF breaks off before its end (incomplete download or save); the missing part was not inspected; get the whole file',
  },
  'pdf.damaged': {
    zh: 'PDF 里有 {count} 处数据已损坏，这些地方的内容可能没有检查到；请用原来的程序重新导出后再检查',
    en: '{count} pieces of data in the PDF are damaged and may not have been inspected; export it again and check that',
  },
  'pdf.no-pages': {
    zh: 'PDF 里一页也没有，无法检查；请用原来的程序重新导出后再检查',
    en: 'the PDF has no pages; export it again and check that',
  },
  'pdf.xfa': {
    zh: '这是 XFA 动态表单，页面画不出来，只检查了其中的文字；请打印成普通 PDF 后再检查',
    en: 'this is a dynamic XFA form; only its words were inspected; print it to an ordinary PDF and check that',
  },
  'pdf.page': {
    zh: '第 {page} 页已损坏，没有检查；请重新导出后再检查',
    en: 'page {page} is damaged and was not inspected; export the file again',
  },
  'pdf.picture': {
    zh: '第 {page} 页上有图片画不出来（数据缺失或太大），没有检查；请重新导出后再检查',
    en: 'a picture on page {page} cannot be drawn (data missing or too large) and was not inspected; export the file again',
  },
  'pdf.blank': {
    zh: '第 {page} 页显示为空白，但文件里这一页有内容读不出来，没有检查；请重新导出后再检查',
    en: 'page {page} shows nothing although the file holds content for it that cannot be read; export the file again',
  },
  'pdf.page-crashed': {
    zh: '读第 {page} 页时程序异常中断，这一页没有检查；请重新导出后再检查',
    en: 'reading page {page} broke down; the page was not inspected; export the file again',
  },
  'pdf.attachment': {
    zh: 'PDF 里的附件“{name}”取不出来，没有检查',
    en: 'the attachment “{name}” cannot be taken out of the PDF and was not inspected',
  },
  'pdf.too-large': {
    zh: 'PDF 太大（{megabytes} MB），内存装不下，没有检查；请拆分后再检查',
    en: 'the PDF is too large ({megabytes} MB) for memory; split it and check the parts',
  },
  'pdf.structure': {
    zh: '页面的结构信息超过 {limit} 项，没有检查完；请重新导出后再检查',
    en: 'the page has more than {limit} structure elements; it was not inspected to the end; export the file again',
  },
  'pdf.metadata': {
    zh: 'PDF 里的 XMP 元数据读不出来或太多，没有检查完；请重新导出后再检查',
    en: 'the XMP metadata of the PDF cannot be read or is too much; it was not inspected to the end; export the file again',
  },
  'pdf.character-map': {
    zh: 'PDF 里有文字用不通用的编码“{map}”保存，认不出来，没有检查；请用原来的程序重新导出（嵌入字体）后再检查',
    en: 'text in the PDF is kept in the uncommon encoding “{map}” and cannot be read; export it again with its fonts embedded',
  },
  'pdf.removed-pages': {
    zh: 'PDF 里还留着 {count} 页已删去的页，读不出来，没有检查；请用原来的程序重新导出后再检查',
    en: 'the PDF still holds {count} removed pages that cannot be read; export it again and check that',
  },
  'pdf.no-bitmap': {
    zh: '页面太大，画不出来（{width}×{height} 像素）',
    en: 'the page is too large to draw ({width}×{height} pixels)',
  },
  'pdf.revisions': {
    zh: '文件里保存着早先的版本，页数合计超过 {limit} 页，没有检查完',
    en: 'earlier revisions kept in the file have more than {limit} pages together and were not all inspected',
  },
  'pdf.revision-crashed': {
    zh: '文件里保存着早先的版本，读取时出错，没有检查',
    en: 'an earlier revision kept in the file could not be read',
  },
} as const
