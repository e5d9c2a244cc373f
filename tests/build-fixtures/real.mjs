/**
 * Fixtures written by real programs, each with its card in fixtures/real/<format>/card.json: LibreOffice, Chromium,
 * Ghostscript, qpdf, 7-Zip, ImageMagick and what Debian has beside them. `node tests/build-fixtures/real.mjs [format …]`
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawing, mailProgram, page, presentation, sheet, text, waveProgram } from './real-sources.mjs'

const root = new URL('../../fixtures/real/', import.meta.url).pathname
const work = mkdtempSync(join(tmpdir(), 'secscan-real-'))
/** LibreOffice with a profile of its own: others may be running. */
const own = (command) => (command === 'soffice' ? [`-env:UserInstallation=file://${work}/profile`] : [])
const say = (command, ...args) =>
  execFileSync(command, [...own(command), ...args], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 180_000,
  }).toString()
const firstLine = (said) =>
  said
    .split('\n')
    .find((line) => line.trim() !== '')
    .trim()

const sources = {
  'notice.fodt': text,
  'list.fods': sheet,
  'talk.fodp': presentation,
  'sign.fodg': drawing,
  'page.html': page,
}
for (const [name, content] of Object.entries(sources)) writeFileSync(join(work, name), content)
writeFileSync(join(work, 'mail.py'), mailProgram)
writeFileSync(join(work, 'tone.py'), waveProgram)
writeFileSync(join(work, '通知.txt'), '机密★10年\n青禾县林草局文件\n关于春季植树的通知\n')

let officeVersion
const office = {
  producer: 'LibreOffice',
  version: () => (officeVersion ??= firstLine(say('soffice', '--version'))),
}
const versions = {
  chromium: () => firstLine(say('chromium', '--version', '--no-sandbox')),
  gs: () => firstLine(say('gs', '--version')),
  qpdf: () => firstLine(say('qpdf', '--version')),
  '7z': () => firstLine(say('7z', 'i')),
  convert: () => firstLine(say('convert', '--version')),
  pdftotext: () => `poppler ${say('dpkg-query', '-W', '-f', '${Version}', 'poppler-utils')}`,
  python3: () => firstLine(say('python3', '--version')),
}

const headless = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars']
const mark = '机密★10年'
const notice = '版头三行：机密★10年、发文机关标志、标题'

/** Where the mark stands in the bytes, or in which part of a zip; told without the reader that is tested. */
function holds(file) {
  const bytes = readFileSync(join(work, file))
  for (const [encoding, wanted] of [
    ['UTF-8', Buffer.from(mark)],
    ['UTF-16LE', Buffer.from(mark, 'utf16le')],
  ])
    if (bytes.includes(wanted)) return `${mark} in ${encoding} at byte ${bytes.indexOf(wanted)}`
  const escaped = [...mark].map((letter) => (letter > '\x7f' ? `\\u${letter.charCodeAt(0)}` : letter))
  if (bytes.includes(escaped[0])) return `${escaped[0]} at byte ${bytes.indexOf(escaped[0])}`
  const entries = bytes.subarray(0, 2).toString() === 'PK' ? say('unzip', '-Z1', file).trim().split('\n') : []
  const entry = entries.find((name) => say('unzip', '-p', file, name.replace('[', '\\[')).includes(mark))
  return entry ? `${mark} in ${entry}` : isType(file)
}

/** By LibreOffice from a flat document of ours; held against its bytes. */
const byOffice = (format, source, ending, filter, seen, inside) => ({
  format,
  file: `${source.split('.')[0]}.${ending}`,
  ...office,
  made: `soffice --headless --convert-to '${ending}${filter && `:${filter}`}' ${source}`,
  make: () => say('soffice', '--headless', '--convert-to', `${ending}${filter && `:${filter}`}`, source),
  check: holds,
  seen,
  inside,
})

const byTool = (format, file, tool, args, seen, inside, check) => ({
  format,
  file,
  producer: tool,
  version: versions[tool] ?? (() => firstLine(say(tool, '--version'))),
  made: [tool, ...args].join(' '),
  make: () => say(tool, ...args),
  check,
  seen,
  inside,
})
const lists = (file) => `7z l: ${/(\S+\.txt)$/m.exec(say('7z', 'l', file))?.[1] ?? 'one stream'}`
const packed = (format, ending, ...args) =>
  byTool(
    format,
    `notice.${ending}`,
    '7z',
    ['a', ...args, `notice.${ending}`, '通知.txt'],
    'an archive of one text file',
    '通知.txt, whose first line is 机密★10年',
    lists,
  )
const pdfText = (file) => `pdftotext: ${say('pdftotext', file, '-').replace(/\s+/g, ' ').trim().slice(0, 80)}`
function isType(file) {
  return `begins with ${readFileSync(join(work, file)).subarray(0, 4).toString('hex')}`
}

const fixtures = [
  byOffice(
    'docx',
    'notice.fodt',
    'docx',
    'MS Word 2007 XML',
    notice,
    'the same in word/document.xml; styles and settings of LibreOffice',
  ),
  byOffice(
    'doc',
    'notice.fodt',
    'doc',
    'MS Word 97',
    notice,
    'the same in the WordDocument stream of a compound file',
  ),
  byOffice('odf', 'notice.fodt', 'odt', 'writer8', notice, 'the same in content.xml'),
  byOffice('rtf', 'notice.fodt', 'rtf', 'Rich Text Format', notice, 'the same as \\u and code page escapes'),
  byOffice('uof', 'notice.fodt', 'uot', 'UOF text', notice, 'the same in one XML file of UOF'),
  byOffice(
    'office-xml',
    'notice.fodt',
    'xml',
    'MS Word 2003 XML',
    notice,
    'the same in one XML file of Word 2003',
  ),
  {
    ...byOffice('epub', 'notice.fodt', 'epub', 'EPUB', notice, 'the same in one XHTML section'),
    check: (file) => `unzip -l: ${/\S+section\S+/.exec(say('unzip', '-l', file))?.[0]}`,
  },
  byOffice('html', 'notice.fodt', 'html', 'HTML (StarWriter)', notice, 'the same in paragraphs of HTML'),
  byOffice(
    'xlsx',
    'list.fods',
    'xlsx',
    'Calc MS Excel 2007 XML',
    '一张表，第一行是标志',
    'the same cells in shared strings',
  ),
  byOffice(
    'xls',
    'list.fods',
    'xls',
    'MS Excel 97',
    '一张表，第一行是标志',
    'the same cells in the Workbook stream',
  ),
  byOffice(
    'dbf',
    'list.fods',
    'dbf',
    '',
    '一张表',
    'the rows as fields of dBase in GB 18030, the first row as names',
  ),
  byOffice(
    'pptx',
    'talk.fodp',
    'pptx',
    'Impress MS PowerPoint 2007 XML',
    '一张幻灯片，一行标志',
    'the same in one slide',
  ),
  byOffice(
    'ppt',
    'talk.fodp',
    'ppt',
    'MS PowerPoint 97',
    '一张幻灯片，一行标志',
    'the same in the PowerPoint Document stream',
  ),
  {
    ...byOffice(
      'svg',
      'sign.fodg',
      'svg',
      'draw_svg_Export',
      '一行标志',
      'text elements with embedded outlines',
    ),
    check: isType,
  },
  {
    ...byOffice('metafile', 'sign.fodg', 'emf', 'draw_emf_Export', '一行标志', 'records of text output'),
    check: isType,
  },
  byTool(
    'pdf',
    'page.pdf',
    'chromium',
    [...headless, '--no-pdf-header-footer', '--print-to-pdf=page.pdf', 'page.html'],
    notice,
    'text with a subset of the face, a title in the properties',
    pdfText,
  ),
  byTool(
    'pdf',
    'packed.pdf',
    'qpdf',
    ['--object-streams=generate', 'page.pdf', 'packed.pdf'],
    notice,
    'the same page, its objects in streams',
    pdfText,
  ),
  byTool(
    'xps',
    'page.xps',
    'gs',
    ['-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=xpswrite', '-sOutputFile=page.xps', 'page.pdf'],
    notice,
    'outlines of the letters, no text',
    isType,
  ),
  byTool(
    'picture',
    'page.png',
    'chromium',
    [...headless, '--window-size=640,360', '--screenshot=page.png', 'page.html'],
    notice,
    'pixels alone',
    isType,
  ),
  byTool(
    'foreign',
    'page.jp2',
    'convert',
    ['page.png', '-resize', '320x180', 'page.jp2'],
    notice,
    'pixels alone, in JPEG 2000',
    isType,
  ),
  byTool(
    'picture',
    'page.jpg',
    'convert',
    ['page.png', '-quality', '70', 'page.jpg'],
    notice,
    'pixels alone',
    isType,
  ),
  byTool(
    'icon',
    'page.ico',
    'convert',
    ['page.png', '-resize', '48x48', 'page.ico'],
    'a picture too small to read',
    'one bitmap',
    isType,
  ),
  packed('zip', 'zip', '-tzip'),
  packed('7z', '7z', '-t7z'),
  packed('tar', 'tar', '-ttar'),
  packed('gzip', 'txt.gz', '-tgzip'),
  packed('bzip2', 'txt.bz2', '-tbzip2'),
  packed('xz', 'txt.xz', '-txz'),
  packed('wim', 'wim', '-twim'),
  byTool(
    'lzma',
    'notice.lzma',
    'xz',
    ['--format=lzma', '--keep', '-f', '通知.txt'],
    'one packed text',
    '机密★10年 in its first line',
    isType,
  ),
  byTool(
    'zstd',
    'notice.txt.zst',
    'zstd',
    ['-q', '-f', '通知.txt', '-o', 'notice.txt.zst'],
    'one packed text',
    '机密★10年 in its first line',
    isType,
  ),
  byTool(
    'ar',
    'notice.a',
    'ar',
    ['rc', 'notice.a', '通知.txt'],
    'an archive of one text file',
    '通知.txt',
    (file) => `ar t: ${say('ar', 't', file).trim()}`,
  ),
  byTool(
    'mail',
    'notice.eml',
    'python3',
    ['mail.py'],
    'a letter with a text file attached',
    'a letter of two parts in base64',
    isType,
  ),
  byTool(
    'media',
    'tone.wav',
    'python3',
    ['tone.py'],
    'a tone of a fifth of a second',
    'samples alone',
    isType,
  ),
  byTool(
    'text',
    'page.txt',
    'pdftotext',
    ['page.pdf', 'page.txt'],
    notice,
    'the text of the page in UTF-8',
    holds,
  ),
]
/** What a tool names by itself. */
const named = { 'notice.lzma': '通知.txt.lzma' }

const wanted = process.argv.slice(2)
for (const fixture of fixtures) {
  const { format, file, make } = fixture
  const isNeeded = wanted.length === 0 || wanted.includes(format)
  // Other fixtures are made of these.
  if (!isNeeded && file !== 'page.pdf' && file !== 'page.png') continue
  make()
  if (isNeeded) keep(fixture, named[file] ?? file)
}
rmSync(work, { recursive: true })

/** `reads` of a card, what the product makes of the file, is written by hand and stays. */
function keep({ format, file, producer, version, made, check, seen, inside }, written) {
  mkdirSync(join(root, format), { recursive: true })
  copyFileSync(join(work, written), join(root, format, file))
  const path = join(root, format, 'card.json')
  const known = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  const reads = known.find((card) => card.file === file)?.reads ?? null
  const card = { file, producer, version: version(), made, seen, inside, verified: check(written), reads }
  const cards = [...known.filter((other) => other.file !== file), card]
  writeFileSync(path, `${JSON.stringify(cards, null, 2)}\n`)
  console.log(format, file, readFileSync(join(root, format, file)).length)
}
