/** What is said about archives. */
export const archivePhrases = {
  'archive.encrypted': {
    zh: '压缩包有密码，“{name}”无法检查；请提供不加密的文件',
    en: 'the archive has a password, “{name}” was not inspected; provide it without one',
  },
  'archive.method': {
    zh: '“{name}”用了不支持的压缩方法，无法检查；请用普通 ZIP 重新压缩',
    en: '“{name}” uses a compression method that is not supported; pack it again as plain ZIP',
  },
  'archive.volume': {
    zh: '这是分卷压缩包中的一卷，单独一卷打不开，没有检查；请合并解压后再检查',
    en: 'one volume of a split archive, which cannot be opened alone; join and unpack it, then check again',
  },
  'archive.memory': {
    zh: '解压“{name}”需要的内存太多，没有检查；请取出后单独检查',
    en: 'unpacking “{name}” takes too much memory; take it out and check it by itself',
  },
  'archive.cut-off': {
    zh: '压缩包不完整，“{name}”没有读到末尾；请重新取得原文件',
    en: 'the archive is incomplete, “{name}” ends too soon; get the original again',
  },
  'archive.unopened': {
    zh: '压缩包已损坏，打不开或没有读完；请重新取得原文件',
    en: 'the archive is damaged and could not be opened or read to its end; get the original again',
  },
  'archive.unread': {
    zh: '压缩包里的“{name}”没有解出来，没有检查；请取出后单独检查',
    en: '“{name}” in the archive was not unpacked; take it out and check it by itself',
  },
  'archive.more': {
    zh: '压缩包末尾之后还有多余的数据，没有检查；请重新压缩',
    en: 'bytes behind the end of the archive were not inspected; pack it again',
  },
  'archive.back-and-forth': {
    zh: '“{name}”解压后太大，又要来回读取，没有检查完；请先解压，再直接检查解压出来的文件',
    en: '“{name}” is too large to be read back and forth while packed; unpack it and check what comes out',
  },
  'warc.records': {
    zh: '网页存档，共 {count} 条记录，逐条检查',
    en: 'web archive of {count} records, each inspected',
  },
  'warc.broken': {
    zh: '网页存档中途断开或已损坏，后面的记录没有检查；请重新取得原文件',
    en: 'the web archive breaks off or is damaged, records behind that were not inspected; get the original again',
  },
  'warc.segment': {
    zh: '这条存档记录分存在几处，没有拼合检查；请用存档工具导出后再检查',
    en: 'this record is kept in several pieces, which were not joined; export it and check again',
  },
  'warc.truncated': {
    zh: '抓取网页时没有取全，缺少的部分没有检查；请对照原网页',
    en: 'the crawler broke off, what is missing was not inspected; look at the page itself',
  },
  'warc.revisit': {
    zh: '与之前抓取的内容相同，存档里没有再存一份',
    en: 'the same as when fetched before, not kept a second time',
  },
  'warc.too-large': {
    zh: '这条存档记录超过 {limit} MB，没有检查；请导出后单独检查',
    en: 'this record is larger than {limit} MB and was not inspected; export it and check it by itself',
  },
  'archive.empty': { zh: '压缩包是空的，里面没有文件', en: 'the archive is empty' },
  'archive.duplicate': {
    zh: '压缩包里有两个文件都叫“{name}”，都已检查',
    en: 'two files in the archive are named “{name}”; both were inspected',
  },
  'archive.names': {
    zh: '压缩包里的文件夹名超过 {limit} 个，后面的名称没有检查',
    en: 'more than {limit} different folder names in the archive; the rest of the names was not inspected',
  },
  'archive.no-header': {
    zh: '压缩包从中间起无法识别，后面的文件没有检查；请重新取得原文件',
    en: 'the archive cannot be followed from its middle on; the files behind were not inspected',
  },
  'archive.no-end': {
    zh: '压缩包没有结尾标记，可能不完整；请重新取得原文件',
    en: 'the archive has no end mark and may be incomplete; get the original again',
  },
  'archive.sparse': {
    zh: '“{name}”是稀疏文件，没有检查；请取出后单独检查',
    en: '“{name}” is a sparse file and was not inspected; take it out and check it by itself',
  },
  'archive.program-part': {
    zh: '程序代码或它的资源表，不含文字材料',
    en: 'program code or its tables, which carry no document',
  },
  'archive.link': {
    zh: '“{name}”是指向“{target}”的链接，没有跟随',
    en: '“{name}” is a link to “{target}”, which was not followed',
  },
} as const
