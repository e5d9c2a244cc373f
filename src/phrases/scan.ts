/** Why something was not inspected, whatever its format. */
export const scanPhrases = {
  'scan.empty': { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' },
  'scan.unsupported': {
    zh: '不认识的文件类型，无法打开检查；请转换为 PDF 或 DOCX 后再检查',
    en: 'unknown type of file, cannot be opened; convert it to PDF or DOCX and check again',
  },
  'scan.silent': {
    zh: '打开了，但里面什么也没有读到，文件可能已损坏；请重新取得原文件',
    en: 'opened, but nothing could be read in it; the file may be damaged, get the original again',
  },
  'scan.crashed': { zh: '检查这里时程序异常中断：{why}', en: 'inspection broke down here: {why}' },
  'scan.timeout': {
    zh: '超过 {seconds} 秒没有进展，已停止检查这里；可用 --timeout 放宽',
    en: 'no progress for {seconds} seconds, stopped; allow more with --timeout',
  },
  'scan.total': {
    zh: '检查了 {seconds} 秒还没有完，已停止检查这里；可用 --timeout 放宽',
    en: 'not finished after {seconds} seconds, stopped; allow more with --timeout',
  },
  'scan.stopped': { zh: '检查被中止', en: 'the inspection was stopped' },
  'scan.pages-lost': {
    zh: '{pages} 页中有 {missing} 页没有检查结果',
    en: '{missing} of {pages} pages gave no result',
  },
  'scan.process-died': {
    zh: '检查进程意外退出，这一部分没有检查完；其他文件不受影响',
    en: 'the inspecting process died here; other files are not affected',
  },
  'scan.out-of-memory': {
    zh: '占用内存超过 {limit} MB，已停止检查这里；可用 --max-memory 放宽',
    en: 'held more than {limit} MB of memory, stopped; allow more with --max-memory',
  },
  'scan.limit': {
    zh: '超过了上限（{what}：{limit}），其余部分没有检查；可用 {flag} 放宽',
    en: 'limit reached ({what}: {limit}), the rest was not inspected; raise it with {flag}',
  },
  'scan.holds-itself': {
    zh: '里面装着与外层完全相同的文件，层层相套没有尽头；没有再往里打开，请改用正常的压缩包',
    en: 'holds itself, without end; not opened again, use an ordinary archive instead',
  },
  'scan.bombs': {
    zh: '里面有 {count} 个疑似压缩炸弹，其余部分不再检查；确认无害可用 {flag} 放宽',
    en: '{count} entries look like bombs, the rest was not inspected; if they are harmless, raise {flag}',
  },
  'scan.other-type': {
    zh: '扩展名是 .{extension}，内容其实是 {format}，已按 {format} 检查',
    en: 'named .{extension} but is {format}; read as {format}',
  },
  'scan.unreadable': { zh: '读不了这个文件：{why}', en: 'the file cannot be read: {why}' },
  'scan.locked': {
    zh: '文件正被其他程序占用，请先关闭',
    en: 'the file is in use by another program; close it first',
  },
  'scan.link': {
    zh: '这是一个链接（快捷方式），没有跟随；请直接检查它指向的文件',
    en: 'a link, which is not followed; check the file it points to',
  },
  'scan.special': {
    zh: '不是普通文件（设备或管道），没有打开',
    en: 'not a regular file (device or pipe), not opened',
  },
  'scan.unlistable': { zh: '这个文件夹或文件没有读取权限', en: 'no permission to read this folder or file' },
} as const
