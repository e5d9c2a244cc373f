/** What is said about OFD, spreadsheets, slides, OpenDocument, RTF and EPUB. */
export const formatsPhrases = {
  'ofd.no-root': {
    zh: 'OFD 缺少入口文件 OFD.xml 或其内容无法识别，没有检查；请用原来的程序重新导出',
    en: 'the OFD has no readable OFD.xml and was not inspected; export it again',
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
  'formats.media': {
    zh: '音频或视频“{name}”，里面说了什么须由人听看',
    en: 'audio or video “{name}”; a person must listen to or watch it',
  },
  'formats.font': { zh: '字体文件，不含文字内容', en: 'a font, which carries no message' },
  'formats.signature': {
    zh: '签名、摘要或证书数据，不含文字内容',
    en: 'signature, digest or certificate data, which carries no message',
  },
} as const
