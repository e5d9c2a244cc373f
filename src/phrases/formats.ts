/** What is said about OFD, spreadsheets, slides, OpenDocument, RTF and EPUB. */
export const formatsPhrases = {
  'ofd.no-root': {
    zh: 'OFD 缺少入口文件 OFD.xml 或其内容无法识别，没有检查；请用原来的程序重新导出',
    en: 'the OFD has no readable OFD.xml and was not inspected; export it again',
  },
  'ofd.encrypted': {
    zh: 'OFD 已加密，内容没有检查；请提供不加密的版本',
    en: 'the OFD is encrypted; provide a version without encryption',
  },
  'ofd.no-content': {
    zh: '“{name}”里没有可识别的内容，这一部分没有检查；请重新导出 OFD',
    en: '“{name}” holds nothing that can be recognised; export the OFD again',
  },
  'ofd.missing': {
    zh: 'OFD 引用的“{name}”不在文件里，这一部分没有检查；请重新导出完整的 OFD',
    en: '“{name}”, which the OFD refers to, is not in the file; export it again in full',
  },
  'ofd.overfull': {
    zh: '这一页的图元过多，后面的没有读；请拆分或导出为 PDF 后再检查',
    en: 'too many objects on this page, the rest was not read; split it or export it as PDF',
  },
  'ofd.illegible': {
    zh: '这一页有只存字形、没有文字编码的内容，字体又没有嵌入，读不出来；请导出为 PDF 后再检查',
    en: 'text stored as glyph numbers only, with no embedded font, cannot be read; export it as PDF',
  },
  'xlsx.no-workbook': {
    zh: '表格文件缺少工作簿主体，打不开，没有检查；请用原来的程序重新保存',
    en: 'the workbook itself is missing from the file; save it again with the original program',
  },
  'xlsx.no-sheet': {
    zh: '工作表“{name}”的内容不在文件里，没有检查；请用原来的程序重新保存',
    en: 'the content of sheet “{name}” is not in the file; save it again with the original program',
  },
  'xlsx.no-strings': {
    zh: '表格的文字表“{name}”不在文件里，单元格的文字没有读到；请重新保存',
    en: 'the table of texts “{name}” is missing, so the texts of the cells were not read; save it again',
  },
  'xlsx.uncomputed': {
    zh: '有 {count} 个拼接文字的公式没有存下结果，看不到单元格里显示什么。请用 Excel 或 WPS 打开后保存一次，再检查',
    en: '{count} formula(s) that put words together have no stored result, so what the cells show is not known; open the file in Excel or WPS, save it and check again',
  },
  'xlsx.binary': {
    zh: '这是二进制格式的 Excel 工作簿（XLSB），单元格没有检查；请另存为 XLSX 后再检查',
    en: 'a binary Excel workbook (XLSB), its cells were not read; save it as XLSX and check again',
  },
  'pptx.no-presentation': {
    zh: '演示文稿缺少主体，打不开，没有检查；请用原来的程序重新保存',
    en: 'the presentation itself is missing from the file; save it again with the original program',
  },
  'pptx.no-slide': {
    zh: '第 {page} 张幻灯片的内容不在文件里，没有检查；请用原来的程序重新保存',
    en: 'slide {page} is not in the file; save it again with the original program',
  },
  'pptx.cropped': {
    zh: '第 {page} 张幻灯片有 {count} 张图片经过裁剪，裁掉的部分还在文件里，已按整张图片检查',
    en: 'slide {page} has {count} cropped pictures; what is cropped away is still in the file and was looked at',
  },
  'odf.encrypted': {
    zh: '文档设有打开密码，内容没有检查；请去掉密码另存后再检查',
    en: 'the document is protected by a password; save it without and check again',
  },
  'odf.no-content': {
    zh: '文档缺少正文部分，没有检查；请用原来的程序重新保存',
    en: 'the content of the document is missing; save it again with the original program',
  },
  'odf.replacement': {
    zh: '内嵌对象的预览图，对象本身已检查',
    en: 'a preview of an embedded object, which was itself inspected',
  },
  'rtf.too-deep': {
    zh: '文件内部嵌套超过 {limit} 层，正常软件不会这样保存，格式可能没有读对',
    en: 'nested more than {limit} levels deep, which no ordinary program writes; it may be misread',
  },
  'rtf.cut-off': {
    zh: '文件不完整，末尾缺失，可能有内容没有读到；请重新取得原文件',
    en: 'the file is incomplete, its end is missing; get the original again',
  },
  'epub.no-package': {
    zh: '电子书缺少目录文件（OPF），章节顺序无法确定，已逐个检查里面的文件',
    en: 'the book has no package document; its files were inspected one by one',
  },
  'epub.missing': {
    zh: '电子书目录里的“{name}”不在文件里，没有检查；请重新生成',
    en: '“{name}”, which the book lists, is not in the file; make it again',
  },
  'dbf.cut-off': {
    zh: '数据表（DBF）自称有 {stated} 条记录，只读到 {got} 条，其余没有检查；请重新取得原文件',
    en: 'the table (DBF) states {stated} records, only {got} could be read; get the original again',
  },
  'dbf.memo': {
    zh: '数据表（DBF）有备注字段，备注内容在另一个文件（.dbt 或 .fpt）里，没有检查；请导出为 XLSX 后再检查',
    en: 'the table (DBF) has memo fields, whose texts are in another file (.dbt or .fpt) and were not read; export it as XLSX',
  },
  'formats.signature': {
    zh: '签名、摘要或证书数据，不含文字内容',
    en: 'signature, digest or certificate data, which carries no message',
  },
} as const
