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
} as const
