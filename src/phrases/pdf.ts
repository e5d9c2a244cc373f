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
  'pdf.page': {
    zh: '第 {page} 页已损坏，没有检查；请重新导出后再检查',
    en: 'page {page} is damaged and was not inspected; export the file again',
  },
  'pdf.too-large': {
    zh: 'PDF 太大（{megabytes} MB），内存装不下，没有检查；请拆分后再检查',
    en: 'the PDF is too large ({megabytes} MB) for memory; split it and check the parts',
  },
  'pdf.no-bitmap': {
    zh: '页面太大，画不出来（{width}×{height} 像素）',
    en: 'the page is too large to draw ({width}×{height} pixels)',
  },
} as const
