/** Builds fixtures/extract/tnef/<case>/input.dat: winmail.dat as [MS-OXTNEF] says, people and places invented. */
import iconv from 'iconv-lite'
import { packedRtf } from './msg-rtf.mjs'
import { writeCases } from './write-cases.mjs'
import { tnefOf } from './tnef-writer.mjs'

const gbk = (text) => iconv.encode(`${text}\0`, 'gbk')
const open = '关于做好秋粮收购的通知\n'
const inner = tnefOf({ subject: gbk('转发的邮件'), body: gbk('里层正文\r\n秘密★5年') })

const message = {
  subject: gbk('机密★10年'),
  body: gbk('请查收附件。\r\n内部资料 注意保存'),
  properties: [
    [0x0c1a, '张三'],
    [0x0e04, '李四; 王五'],
    [0x0017, 1],
    [0x8001, '自定义的内容', { set: Buffer.alloc(16, 7), name: '密级' }],
    [0x8002, '没有名字的内容', { set: Buffer.alloc(16, 7), number: 0x8530 }],
    [0x1009, packedRtf("{\\rtf1\\ansi\\ansicpg936 \\'bb\\'fa\\'c3\\'dc\\par}")],
    [0x1013, Buffer.from('<meta charset="utf-8"><p>网页正文</p>')],
  ],
  recipients: [
    [
      [0x3001, '李四'],
      [0x39fe, 'lisi@example.invalid'],
    ],
    [[0x3001, '王五']],
  ],
  files: [
    { title: gbk('名单.txt'), data: Buffer.from('附件里的名单\n') },
    {
      title: gbk('TONGZH~1.TXT'),
      properties: [
        [0x3707, '通知.txt'],
        [0x3701, Buffer.from(open)],
      ],
    },
    {
      title: gbk('转发的邮件'),
      properties: [[0x3701, Buffer.concat([Buffer.alloc(16, 9), inner]), { object: true }]],
    },
    { title: gbk('在网盘.docx') },
  ],
}

writeCases('tnef', {
  message: { 'input.dat': tnefOf(message) },
  'body-only': { 'input.dat': tnefOf({ properties: [[0x1000, '秘密★3年\r\n关于秋粮收购的实施方案']] }) },
  'cut-off': { 'input.dat': tnefOf(message).subarray(0, 700) },
  'wrong-sum': { 'input.dat': tnefOf({ ...message, badSum: true }) },
})
