/** Builds fixtures/extract/text/<case>/input.*: encodings, tables, data, Markdown, pointers, damage. */
import iconv from 'iconv-lite'
import { writeCases } from './write-cases.mjs'

const letter =
  '机密★20年\r\n\r\n临江市某某局关于报送二季度情况的函\r\n各科室：\r\n    请于6月30日前报送。\r\n'
const traditional = '機密\n\n關於辦理年度檢查的通知\n各單位請於期限內辦理完畢。\n'
const gbk = (text) => iconv.encode(text, 'gb18030')
const wide = (text, order) => iconv.encode(text, order, { addBOM: false })
const bom = (bytes, ...mark) => Buffer.concat([Buffer.from(mark), bytes])

const table = '序号,姓名,备注\n1,"王某,甲","第一行\n第二行 ""引号"""\n2,李某,\n3,机密★10年,末列\n'

const encodings = {
  'utf-8': { 'input.txt': letter },
  'utf-8-bom': { 'input.txt': bom(Buffer.from(letter), 0xef, 0xbb, 0xbf) },
  gbk: { 'input.txt': gbk(letter) },
  'gbk-two-characters': { 'input.txt': gbk('机密') },
  'gbk-like-utf-8': { 'input.txt': gbk('联通') },
  'gb18030-four-bytes': { 'input.txt': gbk('经办人：㐂某、𠮷某\n内部资料，注意保存\n') },
  big5: { 'input.txt': iconv.encode(traditional, 'big5') },
  'utf-16le-bom': { 'input.txt': bom(wide(letter, 'utf16le'), 0xff, 0xfe) },
  'utf-16be-no-bom': { 'input.txt': wide(letter, 'utf16be') },
  'utf-16le-han-only': { 'input.txt': wide('绝密关于某某事项的通知印发给你们请认真执行', 'utf16le') },
  'utf-32le': { 'input.txt': bom(iconv.encode(letter, 'utf32le'), 0xff, 0xfe, 0, 0) },
  latin: {
    'input.txt': Buffer.from('Le caf\xe9 est tr\xe8s bon, na\xefve plain text without Han.\n', 'latin1'),
  },
  'line-ends': { 'input.txt': '一\r二\n三\r\n四\u2028五\n\n七' },
  'stray-byte': {
    'input.txt': Buffer.concat([
      Buffer.from('第一行文字\n第二行文'),
      Buffer.from([0xff]),
      Buffer.from('字\n第三行文字完整无缺\n'),
    ]),
  },
  'mixed-encodings': {
    'input.log': Buffer.concat([
      Buffer.from('2024-05-01 启动完成，所有服务正常\n2024-05-01 同步目录若干个文件\n'),
      gbk('机密文件目录\n'),
      Buffer.from('2024-05-02 结束运行，没有错误\n'),
    ]),
  },
}

const data = {
  csv: { 'input.csv': table },
  'csv-gbk': { 'input.csv': gbk(table) },
  'csv-semicolons': { 'input.csv': '单位;密级;期限\n甲科;秘密;5年\n乙科;公开;\n' },
  tsv: { 'input.tsv': '题名\t密级\n某某方案\t内部\n' },
  json: {
    'input.json':
      '{"title":"\\u673a\\u5bc6\\u2605 20\\u5e74","密级":"机密","items":[{"name":"甲\\n乙","phone":13900000000},{"name":null,"ok":true,"n":12}],"空":""}',
  },
  'json-lines': { 'input.jsonl': '{"id":1,"text":"第一条"}\n{"id":2,"text":"秘密★5年"}\n' },
  'json-broken': { 'input.json': '{"text":"前半","more":[1,\n绝密 文件 "没有结束' },
  xml: {
    'input.xml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- 内部稿 -->\n<公文 级别="机密"><标题>关于&#26576;事的通知</标题>\n<正文><![CDATA[第一段 <b>\n第二段]]></正文>\n<密级>秘密</密级><空/></公文>\n',
  },
  'xml-gbk': { 'input.xml': gbk('<?xml version="1.0" encoding="GB2312"?>\n<doc><p>机密★长期</p></doc>') },
  'xml-broken': { 'input.xml': '<doc><p>甲</q>乙 & 丙 <r 属性="丁">戊<!-- 未结束的说明 机密' },
  script: {
    'input.js':
      "// 内部使用\nconst level = '\\u673a\\u5bc6'\nconst html = '&#31192;&#23494;'\nfetch('/%E7%A7%98%E5%AF%86.pdf')\nconst plain = 1\n",
  },
  settings: { 'input.ini': '[基本]\n密级=机密\n; 注释\n路径=C:\\数据\n' },
  subtitles: { 'input.srt': '1\n00:00:01,000 --> 00:00:02,000\n各位同志，大家好\n' },
}

const markdown = {
  markdown: {
    'input.md':
      '---\ntitle: "通知稿"\n密级: 内部\n---\n# 标题\n\n正文 <!-- 机密，勿发 --> 后文\n<!--\n多行注释\n-->\n![图](pic.png "题注") [附件](名单.txt) [丢失](%E7%A7%98%E5%AF%86.docx)\n[网上](https://example.gov.cn/a/b.pdf) [别页](other.html)\n\n[引]: 名单.txt\n',
    'pic.png': Buffer.from('not looked at here'),
    '名单.txt': '甲\n',
  },
}

const lfs =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'
const pointers = {
  'git-lfs': { 'input.pdf': lfs },
  'git-annex': { 'input.pdf': '/annex/objects/SHA256E-s9090--0f2d6a.pdf\n' },
  'internet-shortcut': { 'input.url': '[InternetShortcut]\r\nURL=https://example.gov.cn/a.docx\r\n' },
}

writeCases('text', { ...encodings, ...data, ...markdown, ...pointers })
