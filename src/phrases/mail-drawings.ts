/** What is said about mail, saved web pages, cards, drawings, XPS, shortcuts, and formats that are known by name only. */
export const mailDrawingPhrases = {
  'mail.too-large': {
    zh: '邮件超过 {limit} MB，没有打开；请把附件取出后单独检查',
    en: 'the mail is over {limit} MB and was not opened; take the attachments out and check them',
  },
  'mail.cut-off': {
    zh: '邮件不完整，缺少结尾的分隔标记，可能有正文或附件没有读到；请重新取得原邮件',
    en: 'the mail is incomplete: its closing boundary is missing, parts may be lost; get the original again',
  },
  'mail.no-boundary': {
    zh: '邮件各部分的分隔标记找不到，没有分开读；请重新导出邮件',
    en: 'the boundary between the parts of the mail cannot be found; export it again',
  },
  'mail.damaged-part': {
    zh: '“{name}”的编码已损坏，没有读完；请重新取得原邮件',
    en: 'the encoding of “{name}” is damaged and was not read to its end; get the original again',
  },
  'mail.seven-bit': {
    zh: '正文用 {encoding} 编码，有些字无法还原，没有全部检查；请把正文另存为 UTF-8 后再检查',
    en: 'the text is in {encoding} and some of it cannot be decoded; save it as UTF-8 and check again',
  },
  'mail.encoding': {
    zh: '“{name}”用了不认识的传输编码（{encoding}），没有检查；请另存附件后单独检查',
    en: '“{name}” uses the unknown transfer encoding {encoding}; save the attachment and check it by itself',
  },
  'mail.encrypted': {
    zh: '邮件已加密，内容没有检查；请提供解密后的邮件',
    en: 'the mail is encrypted and was not inspected; provide it decrypted',
  },
  'mail.sealed': {
    zh: '邮件正文包在签名数据里，没有检查；请去掉签名另存后再检查',
    en: 'the message is wrapped in its signature and was not inspected; save it without the signature',
  },
  'mail.elsewhere': {
    zh: '邮件的这一部分不在文件里（{how}），没有检查；请取得完整的邮件',
    en: 'this part of the mail is not in the file ({how}); get the whole mail',
  },
  'mail.too-deep': {
    zh: '邮件内部嵌套超过 {limit} 层，更深的内容没有读',
    en: 'nested more than {limit} levels deep; what lies deeper was not read',
  },
  'mail.signature': {
    zh: '电子签名数据，不含文字内容',
    en: 'an electronic signature, which carries no message',
  },
  'vcard.cut-off': {
    zh: '名片或日历文件不完整，末尾缺失，可能有内容没有读到；请重新导出',
    en: 'the card or calendar is incomplete, its end is missing; export it again',
  },
  'foreign.pdf': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请用原来的软件打开，打印或另存为 PDF 后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; open it with its own program and print or save it as PDF and check again',
  },
  'foreign.picture': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请转换成 JPG 或 PNG 后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; convert it to JPEG or PNG and check again',
  },
  'foreign.table': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请用原来的软件导出为 XLSX 或 CSV 后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; export it as XLSX or CSV and check again',
  },
  'foreign.mail': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请用邮件软件把邮件逐封另存为 EML 后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; save its messages as EML with the mail program and check again',
  },
  'foreign.docx': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请用原来的软件或 WPS 打开，另存为 DOCX 或 PDF 后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; open it with its own program and save it as DOCX or PDF and check again',
  },
  'foreign.archive': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请取出其中的文件后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; take the files out of it and check again',
  },
  'foreign.text': {
    zh: '这是 {kind} 格式的文件，本工具打不开，没有检查；请转换或解密成普通文件后再检查',
    en: 'a file in {kind} format, which cannot be opened here and was not inspected; convert or decrypt it to an ordinary file and check again',
  },
  'shortcut.target': {
    zh: '这只是一个快捷方式（{kind}），真正的内容在“{target}”，没有检查；请改为发布并检查原文件',
    en: 'only a shortcut ({kind}); the content is at “{target}” and was not inspected; use the file itself',
  },
  'shortcut.lost': {
    zh: '这只是一个快捷方式（{kind}），指向哪个文件读不出来，没有检查；请找到原文件，改为发布并检查原文件',
    en: 'only a shortcut ({kind}), and which file it stands for cannot be read; find the file itself and check it',
  },
  'shortcut.cloud': {
    zh: '这个文件还在云端（{kind}），没有下载到本机，没有检查；请先下载原文件再检查',
    en: 'the file is still in the cloud ({kind}) and not on this machine; download it and check again',
  },
  'dxf.too-large': {
    zh: '图纸超过 {limit} MB，没有打开；请打印成 PDF 后再检查',
    en: 'the drawing is over {limit} MB and was not opened; print it as PDF and check again',
  },
  'dxf.cut-off': {
    zh: '图纸文件不完整，末尾缺失，可能有文字没有读到；请重新取得原文件',
    en: 'the drawing is incomplete, its end is missing; get the original again',
  },
  'dxf.words-only': {
    zh: '图纸只检查了其中的文字，没有看线条画成的字；需要时请打印成 PDF 再检查一次',
    en: 'only the texts of the drawing were read, not letters drawn as lines; print it as PDF to check those too',
  },
  'svg.too-many': {
    zh: '图形超过 {limit} 个，没有画出来检查；请导出为图片或 PDF 后再检查',
    en: 'more than {limit} shapes, which were not drawn and read; export it as a picture or PDF',
  },
  'svg.too-large': {
    zh: '矢量图超过 {limit} MB，没有打开；请转换成 PNG 或 PDF 后再检查',
    en: 'the drawing is over {limit} MB and was not opened; convert it to PNG or PDF and check again',
  },
  'svg.undrawable': {
    zh: '矢量图画不出来，图形里的字没有检查；请转换成 PNG 后再检查',
    en: 'the drawing cannot be drawn, so letters in its shapes were not read; convert it to PNG and check again',
  },
  'xps.no-pages': {
    zh: 'XPS 里找不到页面，没有检查；请重新导出为 PDF 后再检查',
    en: 'no pages were found in the XPS; export it as PDF and check again',
  },
  'xps.drawn': {
    zh: '这一页有画成图形、没有文字编码的内容，没有检查；请转换为 PDF 后再检查',
    en: 'parts of this page are drawn without text and were not read; convert it to PDF and check again',
  },
} as const
