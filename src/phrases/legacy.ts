/** What is said about old Office documents, compound files, metafiles and macros. */
export const legacyPhrases = {
  'cfb.cut-off': {
    zh: '文件不完整或已损坏，打不开，没有检查；请重新取得原文件',
    en: 'the file is incomplete or damaged and was not inspected; get the original again',
  },
  'cfb.directory': {
    zh: '文件内部的目录已损坏，可能有内容没有读到；请用原来的程序重新保存',
    en: 'the directory inside the file is damaged, some content may be unread; save it again',
  },
  'cfb.stream': {
    zh: '文件内部的“{name}”已损坏，没有读完；请用原来的程序重新保存',
    en: '“{name}” inside the file is damaged and was not read to its end; save it again',
  },
  'cfb.too-many': {
    zh: '文件内部的条目超过 {limit} 个，正常软件不会这样保存，没有检查',
    en: 'more than {limit} entries inside, which no ordinary program writes; not inspected',
  },
  'cfb.properties': {
    zh: '文档属性已损坏，可能有属性没有读到；请用原来的程序重新保存',
    en: 'the document properties are damaged, some may be unread; save it again',
  },
  'cfb.program': {
    zh: '这是 {program} 文件，无法在此打开，没有检查；请导出为 PDF 后再检查',
    en: 'a {program} file, which cannot be opened here; export it as PDF and check again',
  },
  'cfb.linked': {
    zh: '文档里有链接到外部文件“{target}”的对象，外部文件没有检查',
    en: 'the document shows an object linked to “{target}”, which was not inspected',
  },
  'cfb.helper': {
    zh: '办公软件自用的辅助数据，不含文字',
    en: 'data the office program keeps for itself, without words',
  },
  'cfb.preview': {
    zh: '内嵌对象的格式信息，对象本身已检查',
    en: 'particulars of an embedded object, which was itself inspected',
  },
  'form.empty': {
    zh: '窗体控件的设置，不含文字',
    en: 'settings of a form control, without words',
  },
  'form.cut-off': {
    zh: '窗体控件的数据不完整或已损坏，没有读完；请用原来的程序重新保存',
    en: 'the data of a form control are incomplete or damaged and were not read to their end; save it again',
  },
  'legacy.old': {
    zh: '这是早期版本（{version}）的文档，本工具读不了，没有检查；请用 Word 或 WPS 另存为 DOCX、XLSX 或 PDF 后再检查',
    en: 'a document of an early version ({version}), which cannot be read; save it as DOCX, XLSX or PDF',
  },
  'doc.no-text': {
    zh: '文档的正文结构已损坏，没有读到正文；请用 Word 或 WPS 重新保存',
    en: 'the structure of the text is damaged and the text was not read; save the document again',
  },
  'doc.text-short': {
    zh: '文档自称有 {stated} 个字，只读到 {got} 个，其余没有检查；请用 Word 或 WPS 重新保存',
    en: 'the document states {stated} characters, only {got} could be read; save it again',
  },
  'doc.formatting': {
    zh: '文档的格式信息有损坏，无法确定哪些文字被隐藏或删除，已按全部文字检查；请重新保存',
    en: 'formatting is damaged, so hidden and deleted text cannot be told apart; all text was read; save it again',
  },
  'xls.no-sheet': {
    zh: '工作表“{name}”的内容已损坏，没有检查；请用 Excel 或 WPS 重新保存',
    en: 'sheet “{name}” is damaged and was not inspected; save the workbook again',
  },
  'xls.broken': {
    zh: '工作簿内部结构有损坏，后面的内容没有读到；请用 Excel 或 WPS 重新保存',
    en: 'the workbook is damaged inside, what follows was not read; save it again',
  },
  'xls.strings': {
    zh: '工作簿的文字表有损坏，部分单元格的文字没有读到；请用 Excel 或 WPS 重新保存',
    en: 'the table of texts is damaged, texts of some cells were not read; save the workbook again',
  },
  'ppt.broken': {
    zh: '演示文稿内部结构有损坏，部分内容没有读到；请用 PowerPoint 或 WPS 重新保存',
    en: 'the presentation is damaged inside, some content was not read; save it again',
  },
  'ppt.no-document': {
    zh: '演示文稿缺少主体，没有检查；请用 PowerPoint 或 WPS 重新保存',
    en: 'the presentation itself is missing from the file; save it again',
  },
  'art.picture': {
    zh: '文档里有一张图片已损坏，没有检查；请重新保存',
    en: 'a picture in the document is damaged and was not inspected; save it again',
  },
  'metafile.broken': {
    zh: '矢量图（EMF/WMF）已损坏，没有读完；请重新插入该图或导出为 PDF 后再检查',
    en: 'the metafile (EMF/WMF) is damaged and was not read to its end; insert it again or export as PDF',
  },
  'metafile.drawn': {
    zh: '矢量图（EMF/WMF）里有画成线条的内容，可能是文字，读不出来；请导出为 PDF 后再检查',
    en: 'the metafile (EMF/WMF) draws shapes that may be letters, which cannot be read; export it as PDF',
  },
  'metafile.glyphs': {
    zh: '矢量图（EMF/WMF）里的文字只存了字形编号，读不出来；请导出为 PDF 后再检查',
    en: 'text in the metafile is stored as glyph numbers only and cannot be read; export it as PDF',
  },
  'metafile.mac': {
    zh: 'Macintosh 矢量图（PICT），无法检查；请换成 PNG 或导出为 PDF 后再检查',
    en: 'a Macintosh picture (PICT), which cannot be inspected; replace it by PNG or export as PDF',
  },
  'vba.macro': {
    zh: '文档里有宏程序，其源代码已作为文字检查，是否应当发布须由人核对',
    en: 'the document holds macros; their source was read as text, somebody has to decide whether to publish it',
  },
  'vba.broken': {
    zh: '宏程序“{name}”的源代码已损坏，没有读完；请删除宏或重新保存',
    en: 'the source of macro “{name}” is damaged and was not read; remove the macros or save again',
  },
} as const
