/** One mark in one place of formats that no office program writes, each built by hand. */
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { cfbOf } from '../../build-fixtures/cfb.mjs'
import { docx, p } from '../../build-fixtures/docx-writer.mjs'
import {
  image,
  page as ofdPage,
  rectangle,
  simple,
  text as ofdText,
  xml as ofdXml,
} from '../../build-fixtures/ofd-writer.mjs'
import { codes, hexText, onePage, pdfFile, show, stream } from '../../build-fixtures/pdf-syntax.mjs'
import { iTXt, pngWith } from '../../build-fixtures/picture-fields.mjs'
import { rar5Of } from '../../build-fixtures/rar-writer.mjs'
import { tarOf } from '../../build-fixtures/tar-writer.mjs'
import { zipOf } from '../../build-fixtures/zip.mjs'

const plain = '本页是公开的工作说明，请各单位阅知并按时办理。'
const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

/**
 * Files by format and place; a place that is not listed does not exist in the format.
 * @param {{ mark: string, png: Buffer }} content
 * @returns {Promise<Record<string, Record<string, Buffer | string>>>} keys are extensions
 */
export async function plainFiles({ mark, png }) {
  const inner = docx(p(mark))
  const as = (format) => sharp(png).toFormat(format).toBuffer()
  const head = `${mark}\n\n`
  return {
    pdf: pdfPlaces(mark, await as('jpeg'), inner),
    ofd: ofdPlaces(mark, png, inner),
    txt: { body: `${head}${plain}\n` },
    md: { body: `${head}${plain}\n`, comment: `${plain}\n\n<!--\n${mark}\n-->\n`, picture: `![图](data:image/png;base64,${png.toString('base64')})\n` },
    csv: { body: `名称,密级\n甲,${mark}\n` },
    json: { body: JSON.stringify({ 名称: '甲', 密级: mark }) },
    xml: { body: `<?xml version="1.0"?><文件><密级>${mark}</密级></文件>`, comment: `<?xml version="1.0"?><文件><!--\n${mark}\n-->${plain}</文件>` },
    js: { comment: `// ${mark}\nexport const a = 1\n` },
    html: htmlPlaces(mark, png),
    epub: epubPlaces(mark, png),
    svg: {
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><text x="60" y="60" font-size="16">${mark}</text></svg>`,
      hidden: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><text x="60" y="60" font-size="16" display="none">${mark}</text></svg>`,
      comment: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><!--\n${mark}\n--><text x="60" y="60">公开</text></svg>`,
      property: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><title>${mark}</title><text x="60" y="60">公开</text></svg>`,
      picture: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><image x="60" y="60" width="320" height="90" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
    },
    eml: mailPlaces(mark, png, inner),
    mht: { body: mht(`<p>${mark}</p><p>${plain}</p>`), picture: mht(`<p>${plain}</p><img src="cid:a">`, png), header: mht(`<p>${plain}</p>`, null, mark), hidden: mht(`<p style="display:none">${mark}</p><p>${plain}</p>`), comment: mht(`<!--${mark}--><p>${plain}</p>`), attachment: mht(`<p>${plain}</p>`, inner) },
    msg: msgPlaces(mark, png, inner),
    vcf: { body: `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张某\r\nNOTE:${mark}\r\nEND:VCARD\r\n`, picture: `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张某\r\nPHOTO;ENCODING=b;TYPE=PNG:${png.toString('base64')}\r\nEND:VCARD\r\n` },
    ics: { body: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:${mark}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`, attachment: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:会议\r\nATTACH;FMTTYPE=application/octet-stream;ENCODING=BASE64;VALUE=BINARY:${inner.toString('base64')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n` },
    zip: { attachment: zipOf({ '附件/说明.docx': inner }), picture: zipOf({ '图.png': png }), property: withComment(zipOf({ 'a.txt': plain }), mark) },
    tar: { attachment: tarOf([{ name: 'a.docx', content: inner }]), picture: tarOf([{ name: 'a.png', content: png }]) },
    gz: { attachment: gzipSync(`${head}${plain}`) },
    rar: { attachment: rar5Of([['a.txt', Buffer.from(`${head}${plain}`)]]) },
    png: { picture: png, property: pngWith(await sharp({ create: { width: 200, height: 100, channels: 3, background: '#eee' } }).png().toBuffer(), iTXt('Comment', mark, false)), attachment: Buffer.concat([await sharp({ create: { width: 200, height: 100, channels: 3, background: '#eee' } }).png().toBuffer(), zipOf({ 'a.docx': inner })]) },
    jpg: { picture: await as('jpeg') },
    webp: { picture: await as('webp') },
    gif: { picture: await as('gif') },
    tif: { picture: await as('tiff') },
    avif: { picture: await as('avif') },
    bmp: { picture: await bmpOf(png) },
  } // prettier-ignore
}

function pdfPlaces(mark, jpeg, inner) {
  const body = show(plain, 80, 600, 12)
  const page = (content, more) => pdfFile(onePage(content + body, more))
  const annotation = (entries) => {
    const objects = onePage(body, { page: '/Annots [20 0 R]' })
    return pdfFile({ ...objects, 20: `<< /Type /Annot /Subtype ${entries} /Rect [80 700 300 740] >>` })
  }
  const pictured = onePage(`q 320 0 0 90 80 700 cm /I1 Do Q\n${body}`, {
    resources: '/XObject << /I1 20 0 R >>',
  })
  const attached = onePage(body, { catalogue: '/Names << /EmbeddedFiles << /Names [(a) 20 0 R] >> >>' })
  return {
    body: page(show(mark, 80, 760)),
    header: page(show(mark, 80, 815, 10)),
    footer: page(show(mark, 80, 30, 10)),
    comment: annotation(`/Text /Contents ${hexText(mark)}`),
    hidden: page(show(mark, 80, 760, 16, '3 Tr')),
    property: pdfFile({ ...onePage(body), 20: `<< /Subject ${hexText(mark)} >>` }, '/Root 1 0 R /Info 20 0 R'),
    attachment: pdfFile({
      ...attached,
      20: `<< /Type /Filespec /F (a.docx) /UF (a.docx) /EF << /F 21 0 R >> >>`,
      21: stream(inner, '/Type /EmbeddedFile'),
    }),
    picture: pdfFile({
      ...pictured,
      20: stream(jpeg, '/Type /XObject /Subtype /Image /Width 640 /Height 180 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'),
    }),
    deleted: Buffer.concat([page(show(mark, 80, 760)), laterRevision(page(show(mark, 80, 760)), body)]),
    box: page(`BT /F1 16 Tf 80 760 Td ${codes(mark)} Tj ET\n0 g 76 754 120 22 re f\n`),
  } // prettier-ignore
}

/** An update that puts another content in the place of the first. */
function laterRevision(before, content) {
  const start = before.length
  const object = Buffer.concat([Buffer.from('4 0 obj\n'), stream(content), Buffer.from('\nendobj\n')])
  const previous = /startxref\n(\d+)/.exec(before.toString('latin1'))[1]
  const table = `xref\n4 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${start + object.length}\n%%EOF\n`
  return Buffer.concat([object, Buffer.from(table)])
}

function ofdPlaces(mark, png, inner) {
  const said = ofdText(20, 60, plain)
  const attachments = ofdXml('Attachments', '<ofd:Attachment ID="1" Name="a" Format="docx"><ofd:FileLoc>a.docx</ofd:FileLoc></ofd:Attachment>') // prettier-ignore
  return {
    body: simple(ofdText(20, 15, mark) + said),
    header: simple(ofdText(20, 5, mark, { size: 3.5 }) + said),
    footer: simple(ofdText(20, 285, mark, { size: 3.5 }) + said),
    box: simple(ofdText(20, 15, mark) + rectangle(18, 14, 50, 8) + said),
    comment: simple(said, { after: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>', entries: { 'Doc_0/Annots/Annotations.xml': ofdXml('Annotations', '<ofd:Page PageID="1"><ofd:FileLoc>P.xml</ofd:FileLoc></ofd:Page>'), 'Doc_0/Annots/P.xml': ofdXml('PageAnnot', `<ofd:Annot Type="Highlight" ID="9"><ofd:Remark>${mark}</ofd:Remark></ofd:Annot>`) } }),
    deleted: simple(said, { entries: { 'Doc_0/Pages/Page_9/Content.xml': ofdPage(ofdText(20, 15, mark)) } }),
    hidden: simple(ofdText(20, 15, mark, { attributes: 'Visible="false"' }) + said),
    property: simple(said, { title: mark }),
    attachment: simple(said, { after: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>', entries: { 'Doc_0/Attachs/Attachments.xml': attachments, 'Doc_0/Attachs/a.docx': inner } }),
    picture: simple(said + image(20, 10, 80, 22.5, 9), {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      entries: { 'Doc_0/DocumentRes.xml': ofdXml('Res', '<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>', 'BaseLoc="Res"'), 'Doc_0/Res/a.png': png },
    }),
  } // prettier-ignore
}

function htmlPlaces(mark, png) {
  const page = (body, head = '') =>
    `<!doctype html><html><head><meta charset="utf-8"><title>说明</title>${head}</head><body>${body}<p>${plain}</p></body></html>`
  return {
    body: page(`<p>${mark}</p>`),
    header: page(`<header>${mark}</header>`),
    hidden: page(`<p style="display:none">${mark}</p>`),
    comment: page(`<!--${mark}-->`),
    property: page('', `<meta name="keywords" content="${mark}">`),
    picture: page(`<img src="data:image/png;base64,${png.toString('base64')}">`),
    attachment: page(`<a href="data:application/octet-stream;base64,${docx(p(mark)).toString('base64')}">附件</a>`), // prettier-ignore
  }
}

function epubPlaces(mark, png) {
  const book = (chapter, { title = '读本', more = {}, beside } = {}) =>
    zipOf(
      {
        mimetype: 'application/epub+zip',
        'META-INF/container.xml': '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        'a.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="i" href="a.png" media-type="image/png"/></manifest><spine><itemref idref="c"/></spine></package>`,
        'c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>章</title></head><body>${chapter}<p>${plain}</p></body></html>`,
        'a.png': png.subarray(0, 0).length === 0 && !more.png ? Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') : png,
        ...(beside && { '附件.docx': beside }),
      },
      { stored: ['mimetype'] },
    ) // prettier-ignore
  return {
    body: book(`<p>${mark}</p>`),
    hidden: book(`<p style="display:none">${mark}</p>`),
    comment: book(`<!--${mark}-->`),
    property: book('', { title: mark }),
    attachment: book('', { beside: docx(p(mark)) }),
    picture: book('<p><img src="a.png"/></p>', { more: { png: true } }),
  }
}

const mailHead = (subject) =>
  `From: a@example.invalid\r\nTo: b@example.invalid\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nMIME-Version: 1.0\r\n`
const part = (type, bytes, disposition = '') =>
  `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${disposition}\r\n${base64(bytes)}\r\n`

function mailPlaces(mark, png, inner) {
  const mail = (parts, subject = '工作说明') =>
    `${mailHead(subject)}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${parts.join('')}--b--\r\n`
  const said = part('text/plain; charset=utf-8', `${plain}\r\n`)
  const html = (inner) =>
    part('text/html; charset=utf-8', `<html><body>${inner}<p>${plain}</p></body></html>`)
  return {
    body: mail([part('text/plain; charset=utf-8', `${mark}\r\n\r\n${plain}\r\n`)]),
    header: mail([said], mark),
    comment: mail([html(`<!--${mark}-->`)]),
    hidden: mail([html(`<p style="display:none">${mark}</p>`)]),
    attachment: mail([said, part('application/octet-stream', inner, 'Content-Disposition: attachment; filename="a.docx"\r\n')]),
    object: mail([said, part('message/rfc822', Buffer.from(mail([part('text/plain; charset=utf-8', `${mark}\r\n\r\n${plain}\r\n`)])))]),
    picture: mail([said, part('image/png', png, 'Content-Disposition: inline; filename="a.png"\r\n')]),
  } // prettier-ignore
}

const mht = (body, beside, subject = '网页') =>
  `${mailHead(subject)}Content-Type: multipart/related; boundary="b"\r\n\r\n${part('text/html; charset=utf-8', `<html><body>${body}</body></html>`)}${beside ? part(beside[0] === 0x89 ? 'image/png' : 'application/octet-stream', beside, 'Content-ID: <a>\r\n') : ''}--b--\r\n`

function msgPlaces(mark, png, inner) {
  const wide = (text) => Buffer.from(text, 'utf16le')
  const properties = Buffer.alloc(48)
  const message = (subject, body, more = {}) =>
    cfbOf({
      '__properties_version1.0': properties,
      '__nameid_version1.0': {},
      '__substg1.0_0037001F': wide(subject),
      '__substg1.0_1000001F': wide(body),
      ...more,
    })
  const attached = (name, bytes) => ({ '__attach_version1.0_#00000000': { '__substg1.0_3707001F': wide(name), '__substg1.0_37010102': bytes } }) // prettier-ignore
  return {
    body: message('说明', `${mark}\r\n\r\n${plain}`),
    header: message(mark, plain),
    comment: message('说明', plain, {
      '__substg1.0_10130102': Buffer.from(`<meta charset="utf-8"><!--${mark}--><p>${plain}</p>`),
    }),
    hidden: message('说明', plain, {
      '__substg1.0_10130102': Buffer.from(
        `<meta charset="utf-8"><p style="display:none">${mark}</p><p>${plain}</p>`,
      ),
    }),
    property: message('说明', plain, { '__substg1.0_8001001F': wide(mark) }),
    object: message('说明', plain, {
      '__attach_version1.0_#00000000': {
        '__substg1.0_3001001F': wide('转发'),
        '__substg1.0_3701000D': {
          '__properties_version1.0': properties,
          '__substg1.0_0037001F': wide('说明'),
          '__substg1.0_1000001F': wide(`${mark}\r\n\r\n${plain}`),
        },
      },
    }),
    attachment: message('说明', plain, attached('a.docx', inner)),
    picture: message('说明', plain, attached('a.png', png)),
  }
}

/** The comment at the end of a ZIP file (APPNOTE 4.3.16). */
function withComment(zip, comment) {
  const bytes = Buffer.from(comment)
  zip.writeUInt16LE(bytes.length, zip.length - 2)
  return Buffer.concat([zip, bytes])
}

async function bmpOf(png) {
  const { data, info } = await sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
  const stride = Math.ceil((info.width * 3) / 4) * 4
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54 + stride * info.height, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(info.width, 18)
  head.writeInt32LE(info.height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  const rows = Buffer.alloc(stride * info.height)
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1)
      for (let c = 0; c < 3; c += 1)
        rows[(info.height - 1 - y) * stride + 3 * x + c] = data[(y * info.width + x) * info.channels + 2 - Math.min(c, info.channels - 1)] // prettier-ignore
  return Buffer.concat([head, rows])
}
