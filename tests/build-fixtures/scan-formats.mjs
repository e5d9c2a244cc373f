/** Cases of other formats than PDF, pictures and DOCX: old and Chinese office files, OFD, mails, archives. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { save, sheetSource, slideSource, textSource } from '../bench/formats/office.mjs'
import { cfbOf } from './cfb.mjs'
import { withoutThumbnail } from './cfb-read.mjs'
import { docx, p, picture } from './docx-writer.mjs'
import { drawn, wholeFont } from './ofd-pictures.mjs'
import { scattered, simple, text } from './ofd-writer.mjs'
import { docxOf } from './scan-docx.mjs'
import { zipOf } from './zip.mjs'

const title = '关于做好秋粮收购的实施方案'
const plain = [title, '各乡镇人民政府、街道办事处：', '各单位要按月报送工作进展，明确完成时限和责任人。']
const mark = '机密★10年'
const clean = '工作方案'
const gbk = (said) => execFileSync('iconv', ['-t', 'GBK'], { input: said })
const kinds = {
  text: { source: textSource, from: 'fodt' },
  sheet: { source: sheetSource, from: 'fods' },
  slides: { source: slideSource, from: 'fodp' },
}

/** A document with `said` in one place, saved by LibreOffice. */
function saved(kind, target, place, said) {
  const folder = mkdtempSync(join(tmpdir(), 'fixtures-'))
  const { source, from } = kinds[kind]
  const png = drawn(said, ['png:-'], '640x180', wholeFont)
  save(folder, { [`a.${from}`]: source(place, { mark: said, png, plain }) }, [target])
  const bytes = readFileSync(join(folder, 'files', `a.${target}`))
  rmSync(folder, { recursive: true })
  return target === 'ppt' ? withoutThumbnail(bytes) : bytes
}

const ofd = (said) =>
  simple(scattered(20, 15, said) + plain.map((line, index) => text(20, 50 + 12 * index, line)).join(''), {
    title,
  })

const mail = (...parts) =>
  `From: office@example.invalid\r\nTo: all@example.invalid\r\nSubject: =?gbk?B?${gbk(title).toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
const eml = (attachment) =>
  mail(
    `Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(gbk(plain.join('\r\n')))}`,
    `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="=?gbk?B?${gbk('方案.doc').toString('base64')}?="\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(attachment)}`,
  )

const wide = (said) => Buffer.from(said, 'utf16le')
const msg = (name, attachment) =>
  cfbOf({
    '__properties_version1.0': Buffer.alloc(48),
    '__nameid_version1.0': {},
    '__substg1.0_0037001F': wide(title),
    '__substg1.0_1000001F': wide(plain.join('\r\n')),
    '__attach_version1.0_#00000000': {
      '__substg1.0_3707001F': wide(name),
      '__substg1.0_37010102': attachment,
    },
  })

const letter = (said) => docxOf({ header: [said], body: plain })
const posting = (said) =>
  zipOf([
    [gbk('秋粮收购/通知.txt'), gbk(plain.join('\r\n'))],
    [gbk('秋粮收购/附件1：方案.docx'), letter(said)],
  ])
const pictured = (said) =>
  docx(
    plain.map((line) => p(line)).join('') + p(picture('r:embed="rId1"')),
    { 'word/media/image1.png': drawn(said, ['png:-'], '640x180', wholeFont) },
    { targets: [['image', 'media/image1.png']] },
  )

const codes = (said) => [...gbk(said)].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`)).join('') // prettier-ignore
/** Hidden by `\\v`, the star given as \\u with a substitute behind it. */
const rtf = (said) =>
  `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\r\n{\\v ${codes(said).replace("\\'a1\\'ef", '\\u9733?')}}\\par\r\n${plain.map(codes).join('\\par\r\n')}\\par}`

/** A marked file of its own folder. */
const marked = (file, what, build) => (folder) => {
  writeFileSync(join(folder, file), build(mark))
  return { args: [file], rules: ['state-secret-mark'], what }
}

/** Marked where the format keeps what its program shows at second glance only. */
const builders = {
  'doc-header': ['方案.doc', 'Word 97 document, level in the page header', (said) => saved('text', 'doc', 'header', said)],
  'wps-deleted': ['方案.wps', 'WPS document, level deleted with tracked changes', (said) => saved('text', 'doc', 'deleted', said)],
  'xls-hidden': ['台账.xls', 'Excel 97 workbook, level on a hidden sheet', (said) => saved('sheet', 'xls', 'hidden', said)],
  'et-comment': ['台账.et', 'WPS workbook, level in a comment', (said) => saved('sheet', 'xls', 'comment', said)],
  'ppt-notes': ['汇报.ppt', 'PowerPoint 97 slides, level in the notes', (said) => saved('slides', 'ppt', 'notes', said)],
  'dps-hidden': ['汇报.dps', 'WPS slides, level on a hidden slide', (said) => saved('slides', 'ppt', 'hidden', said)],
  'odt-footnote': ['方案.odt', 'OpenDocument text, level in a footnote', (said) => saved('text', 'odt', 'footnote', said)],
  'rtf-hidden': ['方案.rtf', 'RTF in GBK, level hidden', (said) => rtf(said)],
  'ofd-scattered': ['方案.ofd', 'OFD, every character of the level an object of its own', ofd],
  'eml-attachment': ['来信.eml', 'mail in GBK with a marked Word document', (said) => eml(saved('text', 'doc', 'body', said))],
  'msg-attachment': ['来信.msg', 'Outlook message with a marked document', (said) => msg('方案.docx', letter(said))],
  'gbk-zip': ['材料.zip', 'archive with GBK names, the marked document second', posting],
  'nested-zip': ['打包.zip', 'archive in an archive, a document in it, the level in its picture', (said) => zipOf({ '内层.zip': zipOf({ '方案.docx': pictured(said) }) })],
} // prettier-ignore

export const formatCases = {
  ...Object.fromEntries(
    Object.entries(builders).map(([name, [file, what, build]]) => [name, marked(file, what, build)]),
  ),
  'clean-formats': (folder) => {
    const own = join(folder, '发布材料')
    mkdirSync(own)
    for (const [name, [file, , build]] of Object.entries(builders))
      if (name !== 'nested-zip') writeFileSync(join(own, file), build(clean))
    return { args: ['发布材料'], what: 'the same files without a level' }
  },
}
