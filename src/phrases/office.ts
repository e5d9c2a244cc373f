/** What is said about containers and Office documents. */
export const officePhrases = {
  'zip.cut-off': {
    zh: '文件不完整：缺少压缩包的结尾，可能没有下载完或已损坏；请重新取得原文件',
    en: 'the file is incomplete: the end of the archive is missing; get the original again',
  },
  'zip.directory': {
    zh: '压缩包的目录已损坏，无法确定里面有哪些文件',
    en: 'the directory of the archive is damaged; what it holds cannot be told',
  },
  'zip.overlap': {
    zh: '压缩包里的文件相互重叠，正常软件不会这样保存，已拒绝打开',
    en: 'entries of the archive overlap, which no ordinary program writes; refused',
  },
  'zip.encrypted': {
    zh: '压缩包已加密，无法检查；请提供不加密的文件',
    en: 'the archive is encrypted; provide it without a password',
  },
  'zip.encrypted-entry': {
    zh: '压缩包里的“{name}”有密码，无法检查；请提供不加密的文件',
    en: '“{name}” in the archive has a password; provide it without one',
  },
  'zip.method': {
    zh: '“{name}”用了不支持的压缩方法（编号 {method}），无法检查；请用普通 ZIP 重新压缩',
    en: '“{name}” uses compression method {method}, which is not supported; pack it again as plain ZIP',
  },
  'zip.entry': {
    zh: '“{name}”的数据已损坏，没有读完',
    en: 'the data of “{name}” is damaged and was not read to its end',
  },
  'zip.crc': {
    zh: '“{name}”的校验和不符，内容可能已损坏',
    en: 'the checksum of “{name}” does not fit; its content may be damaged',
  },
  'zip.too-large': {
    zh: '“{name}”解压后超过 {limit} MB，没有打开；请取出后单独检查',
    en: '“{name}” unpacks to more than {limit} MB and was not opened; take it out and check it by itself',
  },
  'zip.ratio': {
    zh: '“{name}”解压后膨胀超过 {limit} 倍，可能是压缩炸弹，已停止；确认无害可用 --max-ratio 放宽',
    en: '“{name}” unpacks to more than {limit} times its size, as a zip bomb does; stopped; raise it with --max-ratio',
  },
  'xml.doctype': {
    zh: '文件里有不该出现的实体定义（DTD），没有展开，可能有内容没有读到',
    en: 'the file defines entities (DTD), which were not expanded; some content may be unread',
  },
  'xml.too-large': {
    zh: '文件超过 {limit} MB，没有检查；请拆分，或用 Word、Excel、WPS 另存为 DOCX、XLSX 后再检查',
    en: 'the file is over {limit} MB and was not inspected; split it, or save it as DOCX or XLSX, and check again',
  },
  'xml.too-deep': {
    zh: '文件内部嵌套超过 {limit} 层，更深的内容没有读',
    en: 'nested more than {limit} levels deep; what lies deeper was not read',
  },
  'xml.malformed': {
    zh: '文件内部格式有错，可能有内容没有读到（{why}）',
    en: 'malformed inside, some content may be unread ({why})',
  },
  'xml.encoding': {
    zh: '文件内部的文字编码有错，部分文字没有读出',
    en: 'broken text encoding inside; some text was not read',
  },
  'docx.no-body': {
    zh: '文件里没有正文部分，文档不完整',
    en: 'the document has no body; it is incomplete',
  },
  'docx.duplicate': {
    zh: '文件里有两个同名的部分“{name}”，都已检查',
    en: 'two parts of the file are named “{name}”; both were read',
  },
  'docx.link-missing': {
    zh: '文档引用了外部文件“{target}”，它不在文档里，没有检查',
    en: 'the document shows an outside file “{target}”, which is not in it and was not inspected',
  },
  'docx.font': { zh: '嵌入的字体', en: 'embedded font' },
  'docx.helper': { zh: '排版辅助文件，不含文字', en: 'layout part without words' },
  'docx.printer': { zh: '打印机设置', en: 'printer settings' },
  'docx.thumbnail': { zh: '办公软件生成的缩略图', en: 'thumbnail made by the office program' },
  'office.encrypted': {
    zh: '文档设有打开密码或权限保护，无法检查；请去掉密码另存后再检查',
    en: 'the document is protected by a password or by rights management; remove the protection, save it and check again',
  },
  'office.default-password': {
    zh: '文档用 Excel 的内置密码加密（打开时不问密码），已解开检查',
    en: 'encrypted with the built-in password of Excel, which opens it without asking; opened and inspected',
  },
  'inert.font': { zh: '字体文件', en: 'font file' },
  'inert.thumbs': { zh: '系统生成的缩略图缓存', en: 'thumbnail cache of the system' },
  'inert.folder-view': { zh: '系统的文件夹显示设置', en: 'folder view settings of the system' },
  'inert.owner-file': {
    zh: '办公软件打开文件时留下的临时标记（~$），不含文档内容',
    en: 'owner file (~$) left by an office program, without content of the document',
  },
  'inert.resource-fork': { zh: 'macOS 附带的属性文件', en: 'attribute file of macOS' },
  'media.recording': {
    zh: '音频或视频，本工具不检查其内容，须由人收听、观看后再发布',
    en: 'audio or video, which is not inspected; somebody has to listen or watch before it is published',
  },
  'media.executable': {
    zh: '可执行程序，本工具不检查其内容，须由人核对是否应当发布',
    en: 'a program, which is not inspected; somebody has to decide whether it should be published',
  },
} as const
