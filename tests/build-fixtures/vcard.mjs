/** Builds fixtures/extract/vcard/<case>/: address cards and a calendar, people invented. */
import { writeCases } from './write-cases.mjs'

const crlf = (...lines) => `${lines.join('\r\n')}\r\n`
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

writeCases('vcard', {
  'version-2': {
    'input.vcf': crlf(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C8=FD;;;',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9F=90=E5=B1=80=',
      '=E5=8A=9E=E5=85=AC=E5=AE=A4;=E6=9C=BA=E8=A6=81=E7=A7=91',
      'TEL;CELL:00000000000',
      'PHOTO;ENCODING=BASE64;PNG:',
      ` ${dot}`,
      '',
      'END:VCARD',
    ),
  },
  'version-3': {
    'input.vcf': crlf(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:李四',
      'TITLE:处长',
      'item1.X-ABLabel:红机',
      'item1.TEL:0000',
      'ADR;TYPE=WORK:;;某路1号;某市;;;',
      'NOTE:内部通讯录\\n注意',
      ' 保存',
      'PHOTO;ENCODING=b;TYPE=PNG:',
      'END:VCARD',
    ),
  },
  'version-4': {
    'input.vcf': crlf(
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:王五',
      `PHOTO:data:image/png;base64,${dot}`,
      'END:VCARD',
    ),
  },
  'cut-off': { 'input.vcf': crlf('BEGIN:VCARD', 'VERSION:4.0', 'FN:王五') },
  calendar: {
    'input.ics': crlf(
      'BEGIN:VCALENDAR',
      'PRODID:-//secscan//',
      'BEGIN:VEVENT',
      'SUMMARY:涉密会议',
      'DESCRIPTION:第一项\\, 机密★10年\\n第二项',
      'ATTENDEE;CN="赵,六":mailto:zhaoliu@example.invalid',
      'ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=text/plain:6ZmE5Lu2',
      'END:VEVENT',
      'END:VCALENDAR',
    ),
  },
})
