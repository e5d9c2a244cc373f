/** What the real programs are given: small flat documents, a page, and two lines of Python. Everything is invented. */

const spaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
const flat = (kind, body) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:body>${body}</office:body></office:document>\n`
const paragraphs = (lines) => lines.map((line) => `<text:p>${line}</text:p>`).join('')
const head = ['机密★10年', '青禾县林草局文件', '关于春季植树的通知', '各乡镇要备好苗木，三月底以前栽完。']

export const text = flat('text', `<office:text>${paragraphs(head)}</office:text>`)

const row = (cells) =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`
export const sheet = flat(
  'spreadsheet',
  `<office:spreadsheet><table:table table:name="苗木">${[
    ['机密★10年', '树种'],
    ['青禾镇', '油松'],
    ['河口镇', '侧柏'],
  ]
    .map(row)
    .join('')}</table:table></office:spreadsheet>`,
)

const frame = (line) =>
  `<draw:frame svg:x="2cm" svg:y="2cm" svg:width="12cm" svg:height="2cm"><draw:text-box><text:p>${line}</text:p></draw:text-box></draw:frame>`
export const presentation = flat(
  'presentation',
  `<office:presentation><draw:page draw:name="一">${frame('机密★10年')}</draw:page></office:presentation>`,
)
export const drawing = flat(
  'graphics',
  `<office:drawing><draw:page draw:name="一">${frame('机密★10年')}</draw:page></office:drawing>`,
)

export const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>通知</title>
<style>body { font: 20px 'Noto Sans CJK SC', sans-serif; margin: 40px }</style>
${head.map((line) => `<p>${line}</p>`).join('\n')}
</html>
`

export const mailProgram = `from email.message import EmailMessage
letter = EmailMessage()
letter['Subject'] = '关于春季植树的通知'
letter['From'] = 'office@example.org'
letter['To'] = 'editor@example.org'
letter['Date'] = 'Fri, 01 May 2026 09:00:00 +0800'
letter.set_content('请登在网站上。')
letter.add_attachment(open('通知.txt', 'rb').read(), maintype='text', subtype='plain', filename='通知.txt')
open('notice.eml', 'wb').write(letter.as_bytes())
`

export const waveProgram = `import math, struct, wave
with wave.open('tone.wav', 'wb') as file:
    file.setparams((1, 1, 8000, 0, 'NONE', 'not compressed'))
    file.writeframes(bytes(128 + int(60 * math.sin(at / 3)) for at in range(1600)))
`
