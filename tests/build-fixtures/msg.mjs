/** Builds fixtures/extract/msg/<case>/input.msg: Outlook messages ([MS-OXMSG]), people and places invented. */
import iconv from 'iconv-lite'
import { cfbOf } from './cfb.mjs'
import { packedRtf } from './msg-rtf.mjs'
import { writeCases } from './write-cases.mjs'

const wide = (text) => Buffer.from(text, 'utf16le')
const text = (id, value) => ({ [`__substg1.0_${id}001F`]: wide(value) })
const binary = (id, value) => ({ [`__substg1.0_${id}0102`]: Buffer.from(value) })
/** One fixed-length property: the code page of 8-bit texts. */
const fixed = (page) => {
  const bytes = Buffer.alloc(32 + 16)
  bytes.writeUInt32LE(0x3ffd0003, 32)
  bytes.writeUInt32LE(page, 40)
  return { '__properties_version1.0': bytes }
}

const inner = {
  ...fixed(65001),
  ...text('0037', '转发的邮件'),
  ...text('1000', '里层正文\r\n秘密★5年'),
}
const message = {
  ...fixed(936),
  __nameid_version1: {},
  ...text('0037', '机密★10年'),
  ...text('0C1A', '张三'),
  ...text('0E04', '李四; 王五'),
  ...text('1000', '请查收附件。\r\n内部资料 注意保存'),
  '__substg1.0_8001001E': Buffer.from([0xc4, 0xda, 0xb2, 0xbf]),
  // As old programs keep texts: in eight bits, with the zero they end in.
  '__substg1.0_0042001E': Buffer.from('Zhang San\0'),
  '__substg1.0_0070001E': iconv.encode('关于检查的来信\0', 'gbk'),
  ...binary('1013', '<meta charset="utf-8"><p>网页正文</p>'),
  ...binary('1009', packedRtf("{\\rtf1\\ansi\\ansicpg936 \\'bb\\'fa\\'c3\\'dc\\par}")),
  '__recip_version1.0_#00000000': {
    ...fixed(936),
    ...text('3001', '李四'),
    ...text('39FE', 'lisi@example.invalid'),
  },
  '__attach_version1.0_#00000000': { ...text('3707', '名单.txt'), ...binary('3701', '附件里的名单') },
  '__attach_version1.0_#00000001': { ...text('3001', '转发的邮件'), '__substg1.0_3701000D': inner },
  '__attach_version1.0_#00000002': {
    ...text('3707', '在网盘.docx'),
    ...text('370D', '\\\\share\\在网盘.docx'),
  },
}

writeCases('msg', {
  message: { 'input.msg': cfbOf(message) },
  'cut-off': { 'input.msg': cfbOf(message).subarray(0, 9000) },
})
