/** Builds fixtures/extract/mail/<case>/: messages, saved web pages and mailboxes as programs write and break them. */
import { Buffer } from 'node:buffer'
import { writeCases } from './write-cases.mjs'

const crlf = (...lines) => lines.flat().join('\r\n')
const base64 = (content) =>
  Buffer.from(content)
    .toString('base64')
    .match(/.{1,76}/g)
const gbk = { 机密: 'bbfac3dc', 张三: 'd5c5c8fd', 名单: 'c3fbb5a5', 正文: 'd5fdcec4' }
const inGbk = (text) => Buffer.from(gbk[text], 'hex')
const word = (text, charset = 'GBK') => `=?${charset}?B?${inGbk(text).toString('base64')}?=`
const head = (...more) => ['MIME-Version: 1.0', ...more]
const from = `From: ${word('张三')} <zhangsan@example.invalid>`
const star = Buffer.from('机密★10年')

const mixed = crlf(
  from,
  'To: lisi@example.invalid',
  `Subject: =?UTF-8?B?${star.subarray(0, 4).toString('base64')}?=`,
  ` =?UTF-8?B?${star.subarray(4).toString('base64')}?=`,
  head('Content-Type: multipart/mixed; boundary="outer"', ''),
  'This is a multi-part message in MIME format.',
  '--outer',
  'Content-Type: multipart/alternative; boundary=outer-inner',
  '',
  '--outer-inner',
  'Content-Type: text/plain; charset=gb2312',
  'Content-Transfer-Encoding: base64',
  '',
  base64(Buffer.concat([inGbk('正文'), Buffer.from('\r\n'), inGbk('机密')])),
  '--outer-inner',
  'Content-Type: text/html; charset=gb2312',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>=BB=FA=\r\n=C3=DC</p><img src=3D"cid:logo">',
  '--outer-inner--',
  '--outer',
  "Content-Disposition: attachment; filename*0*=GBK''%C3%FB; filename*1*=%B5%A5.txt",
  'Content-Transfer-Encoding: base64',
  '',
  base64('附件里的名单'),
  '--outer',
  `Content-Type: application/octet-stream; name="${word('名单')}.txt"`,
  'Content-Description: 第二份名单',
  'Content-Transfer-Encoding: 8bit',
  '',
  '另一份名单',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  'From: wangwu@example.invalid',
  head('', '里层的正文'),
  '--outer--',
  '尾部没有人看见的话',
)
const part = (type, encoding, body) => [
  '--b',
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
  '',
  body,
]
const several = (...parts) =>
  crlf(
    from,
    'Subject: parts',
    head('Content-Type: multipart/mixed; boundary=b', ''),
    parts.flat(),
    '--b--',
    '',
  )

writeCases('mail', {
  mixed: { 'input.eml': mixed },
  'no-end': { 'input.eml': mixed.slice(0, mixed.indexOf('--outer--')) },
  'no-boundary': {
    'input.eml': crlf(
      from,
      'Subject: none',
      head('Content-Type: multipart/mixed; boundary=other', ''),
      '--b',
      '',
      '没有分开的正文',
      '--b--',
    ),
  },
  // Returned mail brings the head of what it returns.
  'head-alone': {
    'input.eml': crlf(from, 'Subject: first', head('Content-Type: multipart/mixed; boundary=c', ''), '', ' '),
  },
  'damaged-base64': {
    'input.eml': several(part('application/pdf; name=a.pdf', 'base64', 'JVBERi0xLjQK!!!!损坏????JVBE')),
  },
  'unknown-encoding': { 'input.eml': several(part('text/plain; name=a.txt', 'x-secret', '看得见的字')) },
  sealed: {
    'input.eml': several(
      part('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'base64', 'MIAGCSqGSIb3'),
      part('application/pkcs7-signature; name=smime.p7s', 'base64', 'MIAGCSqGSIb3'),
      part('text/plain', '7bit', '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----'),
      part(
        'message/external-body; access-type=URL; URL="http://oa.example.invalid/a.doc"',
        '7bit',
        'Content-Type: application/msword\r\n\r\n',
      ),
    ),
  },
  'raw-gbk': {
    'input.eml': Buffer.concat([
      Buffer.from('Subject: '),
      inGbk('机密'),
      Buffer.from('\r\nFrom: a@example.invalid\r\nContent-Type: text/plain\r\n\r\n'),
      Buffer.concat([inGbk('正文'), inGbk('名单'), inGbk('张三')]),
    ]),
  },
  flowed: {
    'input.eml': crlf(
      from,
      'Subject: flowed',
      head('Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes', ''),
      '机密 ',
      '★10年',
      '另起一行',
      '',
    ),
  },
  'same-names': {
    'input.eml': several(
      part('text/plain; name=a.txt', '7bit', 'one'),
      part('text/plain; name=a.txt', '7bit', 'two'),
    ),
  },
  'long-way': {
    'input.eml': crlf(
      ...Array.from(
        { length: 120 },
        (_, at) =>
          `Received: from relay-${at}.example.invalid by relay-${at + 1}.example.invalid with ESMTP id ${at}`,
      ),
      from,
      head('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', ''),
      base64('机密★10年'),
      '',
    ),
  },
  'saved-page': {
    'input.mhtml': crlf(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: http://www.example.invalid/a/index.html',
      'Subject: =?utf-8?Q?=E9=80=9A=E7=9F=A5?=',
      head('Content-Type: multipart/related; type="text/html"; boundary="b"', ''),
      '--b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: http://www.example.invalid/a/index.html',
      '',
      '<meta charset=3D"utf-8"><p>=E6=AD=A3=E6=96=87</p><img src=3D"p.png"><img src=3D"http://www.example.invalid/a/p.png"><img src=3D"http://www.example.invalid/gone.png">',
      '--b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: http://www.example.invalid/a/p.png',
      '',
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      '--b--',
      '',
    ),
  },
  mailbox: {
    'input.mbox': crlf(
      'From a@example.invalid Mon Jan  1 00:00:00 2024',
      'Subject: one',
      'From: a@example.invalid',
      head('', '第一封', ''),
      'From b@example.invalid Mon Jan  1 00:00:00 2024',
      'Subject: two',
      'From: b@example.invalid',
      head('', '第二封', ''),
    ),
  },
})
