/** What is said about HTML, plain text, Markdown, CSV, JSON and XML. */
export const markupPhrases = {
  'text.seven-bit': {
    zh: '正文是七位编码的中文（HZ 或 ISO-2022-CN），没有检查；请另存为 UTF-8 后再检查',
    en: 'the text is Chinese in seven bits (HZ or ISO-2022-CN) and was not inspected; save it as UTF-8 and check again',
  },
  'text.binary': {
    zh: '内容不是文字，也不是认识的文件类型，无法检查',
    en: 'neither text nor a known type of file, cannot be inspected',
  },
  'text.undecodable': {
    zh: '第 {line} 行起有 {lines} 行的编码混乱，读不出来；请另存为 UTF-8 后再检查',
    en: '{lines} lines from line {line} on cannot be decoded; save the file as UTF-8 and check again',
  },
  'text.replaced': {
    zh: '第 {line} 行有一个字节无法按 {encoding} 解读',
    en: 'a byte of line {line} is not valid {encoding}',
  },
  'text.guessed': {
    zh: '没有声明编码，按 {encoding} 读取',
    en: 'no encoding is declared; read as {encoding}',
  },
  'text.fetch': {
    zh: '这不是文件本身，只是 {kind} 的占位文件，真正的内容还没有取回，没有检查；请先取回原文件再检查（运行 {how}，可请网站技术人员操作）',
    en: 'not the file itself but a placeholder of {kind}; the content is elsewhere and was not inspected; fetch it ({how}) and check again',
  },
  'text.link': {
    zh: '这只是一个网址快捷方式（{kind}），不是文件本身，没有检查；请打开链接，把文件另存到本机后再检查',
    en: 'only a shortcut to an address ({kind}), not the file itself; open the link, save the file and check it',
  },
  'text.cloud': {
    zh: '这只是在线文档的链接（{kind}），内容在网上，没有检查；请在网盘里导出或下载成文件后再检查',
    en: 'only a link to a document kept online ({kind}); export or download the document as a file and check it',
  },
  'html.too-large': {
    zh: '网页超过 {limit} MB，没有检查',
    en: 'the web page is over {limit} MB and was not inspected',
  },
  'link.missing': {
    zh: '页面引用的文件“{name}”不在本次检查的文件夹里，没有检查到',
    en: 'the page refers to “{name}”, which is not in the folder given and was not inspected',
  },
  'link.unchecked': {
    zh: '页面引用了文件“{name}”，从这里打不开，没有检查',
    en: 'the page refers to “{name}”, which cannot be reached from here and was not inspected',
  },
  'link.beside': {
    zh: '网站框架（菜单、页头、页脚）里的 {count} 个图片或附件没有打开：{names}；它们不属于这次要发布的内容',
    en: '{count} picture(s) or file(s) of the frame of the site (menu, head, foot) were not opened: {names}; they are no part of what is posted',
  },
  'link.remote': {
    zh: '页面引用了网上的文件“{name}”，本工具不联网，没有检查',
    en: 'the page refers to the remote file “{name}”; nothing is fetched, it was not inspected',
  },
} as const
