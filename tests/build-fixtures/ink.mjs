/**
 * Builds fixtures/see/ink: pages whose mark is ink that no text accounts for, and pages with as much ink and no mark.
 * `node tests/build-fixtures/ink.mjs [case…]`. Needs Chinese fonts; the tests do not.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { codes, hexText, onePage, pdfFile, show, stream } from './pdf-syntax.mjs'

const root = new URL('../../fixtures/see/ink/', import.meta.url).pathname
const wanted = process.argv.slice(2)

const body = [
  ['关于开展冬季防火检查的通知', 170, 640, 20],
  ['各街道办事处：', 90, 580, 14],
  ['定于下月上旬开展冬季防火检查，请各街道提前自查，', 90, 550, 14],
  ['检查结果于月底前报送，并做好值班安排。', 90, 520, 14],
  ['联系人另行通知，联系电话见附件。', 90, 490, 14],
]
const text = body.map(([line, x, y, size]) => show(line, x, y, size)).join('')

/** Letters as a picture: 8-bit grey, 255 is ink. */
async function letters(words, size) {
  const [width, height] = [Math.ceil(words.length * size * 1.05), Math.ceil(size * 1.3)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><text x="2" y="${size}" font-size="${size}" font-family="Noto Sans CJK SC" font-weight="700">${words}</text></svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .negate()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The same as rectangles one pixel high, lower left corner at the origin, `unit` points a pixel. */
async function bars(words, size, unit) {
  const { data, width, height } = await letters(words, size)
  const found = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = x
      while (x < width && data[y * width + x] > 127) x++
      if (x > from) found.push([from * unit, (height - 1 - y) * unit, (x - from) * unit, unit])
    }
  return found
}
const rectangles = (list, after = '') =>
  list.map((box) => `${box.map((n) => +n.toFixed(2)).join(' ')} re${after}\n`).join('')
const packed = (data, dictionary) => stream(deflateSync(data), `${dictionary} /Filter /FlateDecode`)
const grey = (data, width, height, more = '') =>
  packed(
    data,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`,
  )

function page(content, resources = '', objects = {}, more = {}) {
  const one = onePage('', { resources, ...more })
  return pdfFile({ ...one, 4: packed(Buffer.from(content, 'latin1'), ''), ...objects })
}
const turned = (degrees, x, y) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return `${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} cm`
}
const font = '/Resources << /Font << /F1 5 0 R >> >>'
const tile = (content, more) => stream(content, `/Type /Pattern /PatternType 1 /TilingType 1 ${font} ${more}`)
const form = (content) => stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 200 30] ${font}`)
const annotation = (subtype, more) => `<< /Type /Annot /Subtype /${subtype} /Rect [90 770 290 800] ${more} >>`
const annotated = (entry, shown, objects = {}, catalogue = '') =>
  page(
    text,
    '',
    { 20: entry, 21: form(show(shown, 5, 8, 18)), ...objects },
    { page: '/Annots [20 0 R]', catalogue },
  )

/** One path of all letters, grey, slanting, beneath the text. */
const watermark = async (words, size, degrees, x, y) =>
  page(`q 0.75 g ${turned(degrees, x, y)} ${rectangles(await bars(words, 24, size / 24))} f Q\n${text}`)

async function strips(words, rows) {
  const { data, width, height } = await letters(words, 40)
  const objects = {}
  const [names, content] = [[], [text]]
  for (let y = 0, n = 0; y < height; y += rows, n++) {
    const high = Math.min(rows, height - y)
    objects[20 + n] = grey(
      data.subarray(y * width, (y + high) * width).map((v) => 255 - v),
      width,
      high,
    )
    names.push(`/S${n} ${20 + n} 0 R`)
    content.push(
      `q ${width * 0.45} 0 0 ${high * 0.45} 90 ${(800 - (y + high) * 0.45).toFixed(2)} cm /S${n} Do Q\n`,
    )
  }
  return page(content.join(''), `/XObject << ${names.join(' ')} >>`, objects)
}

async function single(words) {
  const content = [text]
  const [objects, names] = [{}, []]
  for (const [n, sign] of [...words].entries()) {
    const { data, width, height } = await letters(sign, 22)
    objects[20 + n] = grey(
      data.map((v) => 255 - v),
      width,
      height,
    )
    names.push(`/G${n} ${20 + n} 0 R`)
    content.push(`q ${width * 0.7} 0 0 ${height * 0.7} ${90 + 17 * n} 770 cm /G${n} Do Q\n`)
  }
  return page(content.join(''), `/XObject << ${names.join(' ')} >>`, objects)
}

async function masked(words) {
  const { data, width, height } = await letters(words, 40)
  return page(`${text}q 130 0 0 30 90 770 cm /M Do Q`, '/XObject << /M 20 0 R >>', {
    20: grey(Buffer.from([0]), 1, 1, '/SMask 21 0 R'),
    21: grey(data, width, height),
  })
}

const patterned = (cell, paint, resources = '') =>
  page(`${text}${paint}`, `/Pattern << /P1 20 0 R >> ${resources}`, { 20: cell })
const marks = {
  'watermark-45': () => watermark('秘密★5年', 80, 45, 150, 150),
  'watermark-60': () => watermark('秘密★5年', 80, 60, 220, 150),
  'watermark-minus-30': () => watermark('内部资料 注意保存', 46, -30, 110, 560),
  'watermark-level-text-over': () => watermark('秘密★10年', 60, 0, 90, 500),
  'clip-rectangle': async () =>
    page(
      `${text}q 1 0 0 1 90 770 cm ${rectangles(await bars('秘密★5年', 24, 0.8))} W n 1 0 0 rg 0 0 300 40 re f Q`,
    ),
  fragments: async () =>
    page(`${text}q 1 0 0 1 400 60 cm ${rectangles(await bars('秘密★5年', 24, 0.6), ' f')} Q`),
  'tile-text': () =>
    patterned(
      tile(
        show('秘密★5年', 5, 8, 18),
        '/PaintType 1 /BBox [0 0 300 40] /XStep 400 /YStep 900 /Matrix [1 0 0 1 80 770]',
      ),
      '/Pattern cs /P1 scn 80 765 300 45 re f',
    ),
  'tile-stroke': () =>
    patterned(
      tile(
        show('秘密★5年', 5, 8, 18),
        '/PaintType 1 /BBox [0 0 300 40] /XStep 400 /YStep 900 /Matrix [1 0 0 1 80 770]',
      ),
      '/Pattern CS /P1 SCN 40 w 80 785 m 380 785 l S',
    ),
  'tile-colourless': () =>
    patterned(
      tile(
        show('秘密★5年', 5, 8, 18),
        '/PaintType 2 /BBox [0 0 300 40] /XStep 400 /YStep 900 /Matrix [1 0 0 1 80 770]',
      ),
      '/C1 cs 1 0 0 /P1 scn 80 765 300 45 re f',
      '/ColorSpace << /C1 [/Pattern /DeviceRGB] >>',
    ),
  'tile-slanting': () =>
    patterned(
      tile(
        `0.7 g BT /F1 22 Tf 0.866 0.5 -0.5 0.866 30 20 Tm ${codes('秘密★5年')} Tj ET`,
        '/PaintType 1 /BBox [0 0 200 140] /XStep 200 /YStep 140',
      ),
      'q /Pattern cs /P1 scn 0 0 595 842 re f Q',
    ),
  'soft-mask': () =>
    page(
      `${text}q /G1 gs 0 g 80 770 200 40 re f Q`,
      '/ExtGState << /G1 << /SMask << /S /Luminosity /G 20 0 R >> >> >>',
      {
        20: stream(
          `1 g ${show('秘密★5年', 90, 780, 20)}`,
          `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> ${font}`,
        ),
      },
    ),
  slices: () => strips('秘密★5年', 7),
  'picture-a-character': () => single('秘密★5年'),
  'picture-mask': () => masked('秘密★5年'),
  'square-appearance': () => annotated(annotation('Square', '/F 4 /AP << /N 21 0 R >>'), '秘密★5年'),
  'stamp-hidden': () => annotated(annotation('Stamp', '/F 2 /AP << /N 21 0 R >>'), '秘密★5年'),
  'stamp-hidden-picture': async () => {
    const { data, width, height } = await letters('秘密★5年', 40)
    return annotated(annotation('Stamp', '/F 2 /AP << /N 21 0 R >>'), '', {
      21: stream(
        'q 130 0 0 28 5 1 cm /I Do Q',
        '/Type /XObject /Subtype /Form /BBox [0 0 200 30] /Resources << /XObject << /I 22 0 R >> >>',
      ),
      22: grey(
        data.map((v) => 255 - v),
        width,
        height,
      ),
    })
  },
  'field-without-form': () =>
    annotated(
      annotation('Widget', `/FT /Tx /T (a) /V ${hexText('已阅')} /F 4 /AP << /N 21 0 R >>`),
      '秘密★5年',
    ),
  'combo-box': () =>
    annotated(
      annotation(
        'Widget',
        `/FT /Ch /Ff 131072 /T (m) /V (2) /F 4 /DA (/F1 12 Tf) /Opt [[(1) ${hexText('公开')}] [(2) ${hexText('秘密★5年')}]]`,
      ),
      '',
      {},
      '/AcroForm << /Fields [20 0 R] /NeedAppearances true >>',
    ),
  'layer-off': async () => {
    const { data, width, height } = await letters('秘密★5年', 40)
    return page(
      `${text}q 130 0 0 30 90 770 cm /I Do Q`,
      '/XObject << /I 21 0 R >>',
      {
        20: '<< /Type /OCG /Name (L) >>',
        21: grey(
          data.map((v) => 255 - v),
          width,
          height,
          '/OC 20 0 R',
        ),
      },
      { catalogue: '/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>' },
    )
  },
}

const hatching = Array.from({ length: 40 }, (_, n) => `${80 + 5 * n} 200 m ${100 + 5 * n} 260 l S\n`).join('')
const chart = Array.from({ length: 12 }, (_, n) => {
  const [x, y] = [100 + 30 * n, 150 + 12 * ((n * 7) % 11)]
  return `${x} 100 18 ${y - 100} re f ${x} ${y + 20} m ${x + 4} ${y + 26} ${x + 8} ${y + 26} ${x + 12} ${y + 20} c ${x + 8} ${y + 14} ${x + 4} ${y + 14} ${x} ${y + 20} c s\n`
}).join('')
const table =
  Array.from({ length: 9 }, (_, n) => `80 ${400 - 20 * n} m 500 ${400 - 20 * n} l S\n`).join('') +
  Array.from({ length: 15 }, (_, n) => `${80 + 30 * n} 400 m ${80 + 30 * n} 240 l S\n`).join('')
const rose = (x, y, size) =>
  Array.from({ length: 24 }, (_, n) => {
    const at = (k, r) => `${(x + r * Math.cos(k)).toFixed(1)} ${(y + r * Math.sin(k)).toFixed(1)}`
    const k = (n * Math.PI) / 12
    return `${at(k, size / 4)} m ${at(k - 0.1, size)} ${at(k + 0.1, size)} ${at(k + 0.2, size / 4)} c h\n`
  }).join('')

const clean = {
  'table-and-hatching': () => page(`${text}0.6 w ${table}0.3 w ${hatching}`),
  chart: () => page(`${text}0.4 0.5 0.8 rg ${chart}`),
  ornament: () => page(`0.85 g ${rose(300, 420, 240)} f 0 g ${text}`),
  'tile-hatching': () =>
    patterned(
      tile('0.9 G 0.5 w 0 0 m 12 12 l S', '/PaintType 1 /BBox [0 0 12 12] /XStep 12 /YStep 12'),
      'q /Pattern cs /P1 scn 60 160 475 260 re f Q',
    ),
  'grey-cells': () => page(`0.749 g 80 600 200 40 re f 0.749 g 80 700 300 20 re f 0 g ${text}`),
  'watermark-harmless': () => watermark('样稿', 120, 45, 200, 220),
  'field-as-stated': () =>
    annotated(
      annotation(
        'Widget',
        `/FT /Tx /T (a) /V ${hexText('城东街道')} /F 4 /DA (/F1 18 Tf) /AP << /N 21 0 R >>`,
      ),
      '城东街道',
      {},
      '/AcroForm << /Fields [20 0 R] >>',
    ),
  'stamp-harmless': () => annotated(annotation('Stamp', '/F 4 /AP << /N 21 0 R >>'), '已核对'),
}

for (const [folder, cases] of Object.entries({ marked: marks, clean })) {
  mkdirSync(join(root, folder), { recursive: true })
  for (const [name, build] of Object.entries(cases)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const bytes = await build()
    writeFileSync(join(root, folder, `${name}.pdf`), bytes)
    console.log(folder, name, bytes.length)
  }
}
