/** Builds fixtures/extract/picture/<case>/input.*: needs ImageMagick and Debian's Chinese fonts; the tests do not. */
import { execFileSync } from 'node:child_process'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import {
  app1,
  directory,
  app13,
  app1xmp,
  chunk,
  comment,
  deflateSync,
  exif,
  iTXt,
  jpegWith,
  photoshop,
  pngWith,
  tag,
  tEXt,
  xmp,
  zTXt,
} from './picture-fields.mjs'
import { bmpVariants, palette } from './picture-bmp.mjs'
import { writeCases } from './write-cases.mjs'

const font = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const convert = (...args) => execFileSync('convert', args, { maxBuffer: 1 << 28 })
/** Black words on white, not turned. */
const words = (text, size = '240x120', ...more) =>
  convert(
    '-size',
    size,
    'xc:white',
    '-font',
    font,
    '-pointsize',
    '40',
    '-gravity',
    'northwest',
    '-annotate',
    '+10+10',
    text,
    ...more,
  )
const png = (text, size, ...more) => words(text, size, ...more, '-strip', 'png:-')
const jpeg = (text, size, ...more) => words(text, size, ...more, '-strip', '-quality', '85', 'jpg:-')
const gbk = (text) => iconv.encode(text, 'gbk')

/** What each orientation stores, so that the page comes out the same. */
const stored = {
  1: [],
  2: ['-flop'],
  3: ['-rotate', '180'],
  4: ['-flip'],
  5: ['-transpose'],
  6: ['-rotate', '270'],
  7: ['-transverse'],
  8: ['-rotate', '90'],
}
const orientations = Object.fromEntries(
  Object.entries(stored).map(([orientation, turn]) => {
    const turned = words('机密★10年', '240x120', ...turn, '-strip', '-quality', '90', 'jpg:-')
    return [
      `orientation-${orientation}`,
      { 'input.jpg': jpegWith(turned, app1(exif({ 0x0112: tag.short(Number(orientation)) }))) },
    ]
  }),
)

const main = {
  0x010d: tag.ascii('名单'),
  0x010e: { type: 2, bytes: Buffer.concat([gbk('会议照片，内部使用'), Buffer.from([0])]) },
  0x013b: tag.ascii('王某'),
  0x8298: tag.ascii('某某局'),
  0x9c9b: tag.wide('标题：机密'),
  0x9c9c: tag.wide('备注'),
  0x9c9e: tag.wide('关键词；秘密'),
  0x9c9f: tag.wide('主题'),
}
const iptc = photoshop([
  [5, Buffer.from('题名')],
  [25, gbk('关键词一')],
  [25, Buffer.from('秘密★5年')],
  [40, gbk('特别说明：不得公开')],
  [120, Buffer.from('图片说明')],
])
const packet = xmp(
  'photoshop:Headline="标题行" photoshop:Instructions="不得外传"',
  '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">说明文字</rdf:li></rdf:Alt></dc:description><dc:subject><rdf:Bag><rdf:li>甲</rdf:li><rdf:li>机密</rdf:li></rdf:Bag></dc:subject>',
)
const fields = {
  'jpeg-fields': {
    'input.jpg': jpegWith(
      jpeg('通知'),
      app1(exif(main, { 0x9286: tag.coded('用户注释：绝密') })),
      app1xmp(packet),
      app13(iptc),
      comment(gbk('由某某软件制作\n机密')),
      comment(Buffer.from('plain comment')),
    ),
  },
  'png-fields': {
    'input.png': pngWith(
      png('通知'),
      tEXt('Comment', gbk('内部资料')),
      zTXt('Description', Buffer.from('压缩的说明：机密')),
      iTXt('Title', '题名'),
      iTXt('Author', '王某', true),
      iTXt('XML:com.adobe.xmp', packet.toString()),
      chunk('eXIf', exif({ 0x010e: tag.ascii('EXIF 中的说明') })),
    ),
  },
  'png-text-damaged': {
    'input.png': pngWith(png('通知'), chunk('zTXt', Buffer.from('Comment\0\0not deflated'))),
  },
  'xmp-damaged': {
    'input.jpg': jpegWith(jpeg('通知'), app1xmp(Buffer.from('<x:xmpmeta><a>机密</b> <c d="秘密">'))),
  },
  'gif-comment': {
    'input.gif': words('通知', '120x80', '-strip', '-set', 'comment', '内部资料 机密', 'gif:-'),
  },
  'webp-fields': {
    'input.webp': await sharp(png('通知'))
      .withExif({ IFD0: { ImageDescription: 'exif: internal' } })
      .withXmp(packet.toString())
      .webp()
      .toBuffer(),
  },
  'avif-fields': {
    'input.avif': await sharp(png('通知'))
      .withExif({ IFD0: { ImageDescription: 'exif: internal' } })
      .avif({ effort: 2 })
      .toBuffer(),
  },
  'tiff-fields': {
    'input.tif': await sharp(png('通知'))
      .withExif({ IFD0: { ImageDescription: 'exif: internal', DocumentName: '文件名' } })
      .withXmp(packet.toString())
      .tiff({ compression: 'lzw' })
      .toBuffer(),
  },
}

const thumbnail = (text) => words(text, '160x80', '-resize', '50%', '-strip', '-quality', '70', 'jpg:-')
const covered = jpeg('机密', '160x80', '-fill', 'black', '-draw', 'rectangle 0,0 160,70')
const end = Buffer.from('PK\x03\x04' + '\0'.repeat(26), 'latin1')
const attached = {
  'thumbnail-same': { 'input.jpg': jpegWith(jpeg('机密', '160x80'), app1(exif({}, {}, thumbnail('机密')))) },
  'thumbnail-differs': { 'input.jpg': jpegWith(covered, app1(exif({}, {}, thumbnail('机密')))) },
  'after-end-jpeg': { 'input.png': Buffer.concat([png('通知'), jpeg('秘密')]) },
  'after-end-zip': { 'input.jpg': Buffer.concat([jpeg('通知'), end]) },
  'after-end-rest': {
    'input.png': Buffer.concat([png('通知'), png('原先更大的图', '400x300').subarray(200)]),
  },
}

const labels = (...texts) => [
  '-font',
  font,
  '-pointsize',
  '40',
  '-size',
  '160x80',
  ...texts.map((text) => `label:${text}`),
]
const twoPages = convert(
  ...labels('第一页', '第二页'),
  '-size',
  '12x8',
  'xc:white',
  '-strip',
  '-compress',
  'Group4',
  'tif:-',
)
const moving = (...texts) => convert('-delay', '10', '-loop', '0', ...labels(...texts), '-strip', 'gif:-')
const frames = {
  'tiff-pages': { 'input.tif': twoPages },
  'tiff-page-broken': { 'input.tif': brokenPage(twoPages) },
  'tiff-fax': {
    'input.tif': words(
      '机密 传真',
      '432x143',
      '-threshold',
      '50%',
      '-density',
      '204x98',
      '-units',
      'PixelsPerInch',
      '-compress',
      'Group4',
      'tif:-',
    ),
  },
  'tiff-sub-directory': { 'input.tif': await underneath(png('通知', '160x80'), png('机密', '160x80')) },
  'tiff-16-bit': {
    'input.tif': words('通知', '120x80', '-depth', '16', '-strip', '-compress', 'LZW', 'tif:-'),
  },
  'gif-animation': { 'input.gif': moving('甲', '乙', '甲', '机密') },
  'webp-animation': {
    'input.webp': await sharp(moving('甲', '乙'), { pages: -1 }).webp({ quality: 60 }).toBuffer(),
  },
  apng: { 'input.png': await apng(png('甲', '160x80'), png('机密', '120x60')) },
}

/** A page, and another picture that only a tag of the page points to. */
async function underneath(above, below) {
  const raw = (file) => sharp(file).greyscale().raw().toBuffer()
  const [one, two] = [await raw(above), await raw(below)]
  const tags = (at, more) => ({
    256: tag.long(160), 257: tag.long(80), 258: tag.short(8), 259: tag.short(1), 262: tag.short(1),
    273: tag.long(at), 277: tag.short(1), 278: tag.long(80), 279: tag.long(160 * 80), ...more,
  }) // prettier-ignore
  const length = directory(tags(0, { 330: tag.long(0) }), 8, 0).length
  const second = directory(tags(8 + length + 1000, {}), 8 + length, 0)
  const data = 8 + length + second.length
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    directory(tags(data, { 330: tag.long(8 + length) }), 8, 0),
    directory(tags(data + one.length, {}), 8 + length, 0),
    one,
    two,
  ])
}

/** The strip of the second page points past the end of the file. */
function brokenPage(tiff) {
  const bytes = Buffer.from(tiff)
  const second = bytes.readUInt32LE(
    bytes.readUInt32LE(4) + 2 + 12 * bytes.readUInt16LE(bytes.readUInt32LE(4)),
  )
  for (let entry = 0; entry < bytes.readUInt16LE(second); entry++) {
    const at = second + 2 + 12 * entry
    if (bytes.readUInt16LE(at) === 273) bytes.writeUInt32LE(0x7ffffff0, at + 8)
  }
  return bytes
}

/** Two frames; the second covers a part of the canvas. */
async function apng(first, second) {
  const parts = await Promise.all(
    [first, second].map(async (file) => {
      const { data, info } = await sharp(file)
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      const rows = Array.from({ length: info.height }, (_, y) => [
        Buffer.from([0]),
        data.subarray(y * info.width * 3, (y + 1) * info.width * 3),
      ])
      return { ...info, data: deflateSync(Buffer.concat(rows.flat())) }
    }),
  )
  const four = (number) =>
    Buffer.from([number >>> 24, (number >> 16) & 255, (number >> 8) & 255, number & 255])
  const control = (order, { width, height }) =>
    chunk(
      'fcTL',
      Buffer.concat([
        four(order),
        four(width),
        four(height),
        four(0),
        four(0),
        Buffer.from([0, 1, 0, 10, 0, 0]),
      ]),
    )
  const [one, two] = parts
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([four(one.width), four(one.height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('acTL', Buffer.concat([four(2), four(0)])),
    control(0, one),
    chunk('IDAT', one.data),
    control(1, two),
    chunk('fdAT', Buffer.concat([four(2), two.data])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Letters of one colour and transparency of one kind. */
async function veil(paint) {
  const { data, info } = await sharp(png('机密★20年', '320x80'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rgba = Buffer.alloc(info.width * info.height * 4)
  for (let at = 0; at < info.width * info.height; at++)
    rgba.set(paint(data[at * info.channels], at % info.width), at * 4)
  return sharp(rgba, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer()
}
const colours = {
  'cmyk-jpeg': {
    'input.jpg': words('通知', '160x80', '-colorspace', 'CMYK', '-strip', '-quality', '80', 'jpg:-'),
  },
  'png-16-bit': { 'input.png': words('通知', '120x80', '-depth', '16', '-strip', 'png48:-') },
  'png-palette': { 'input.png': words('通知', '120x80', '-strip', 'png8:-') },
  avif: { 'input.avif': await sharp(png('通知')).avif({ effort: 2 }).toBuffer() },
  'alpha-black-letters': { 'input.png': await veil((tone) => [0, 0, 0, 255 - tone]) },
  'alpha-white-letters': { 'input.png': await veil((tone) => [255, 255, 255, 255 - tone]) },
  'alpha-hides-all': { 'input.png': await veil((tone) => [tone, tone, tone, 0]) },
  'alpha-margin': { 'input.png': await veil((tone, x) => [tone, tone, tone, x < 40 ? 0 : 255]) },
}

const scanned = jpeg('机密★20年 关于某事的通知', '640x240')
const noted = png('机密★20年 关于某事的通知', '640x240')
const swollen = Buffer.from(noted)
swollen.writeUInt32BE(1_000_000, 16)
swollen.writeUInt32BE(1_000_000, 20)
const damaged = {
  'cut-jpeg': { 'input.jpg': scanned.subarray(0, Math.floor(scanned.length * 0.6)) },
  'cut-png': { 'input.png': noted.subarray(0, Math.floor(noted.length * 0.6)) },
  'cut-gif': { 'input.gif': moving('甲', '乙').subarray(0, 1200) },
  'cut-webp': { 'input.webp': (await sharp(noted).webp().toBuffer()).subarray(0, 3000) },
  'png-without-end': { 'input.png': noted.subarray(0, noted.length - 12) },
  'header-only': { 'input.png': noted.subarray(0, 20) },
  'sizes-swollen': { 'input.png': swollen },
  garbage: { 'input.jpg': Buffer.from('\xff\xd8\xff\xe0garbage!', 'latin1') },
  dot: { 'input.gif': convert('-size', '1x1', 'xc:white', 'gif:-') },
}

/** Letters black, a red and a blue bar: four colours with the ground. */
async function drawing() {
  const { data, info } = await sharp(png('机密', '101x57'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x, y) => (y > 50 ? (x < 50 ? 2 : 3) : data[(y * info.width + x) * info.channels] < 128 ? 1 : 0)
  return { width: info.width, height: info.height, at }
}
const drawn = await drawing()
const shown = Buffer.from(
  Array.from(
    { length: drawn.width * drawn.height },
    (_, at) => palette[drawn.at(at % drawn.width, Math.floor(at / drawn.width))],
  ).flat(),
)
const reference = await sharp(shown, { raw: { width: drawn.width, height: drawn.height, channels: 3 } })
  .png()
  .toBuffer()
const bitmaps = Object.fromEntries(
  Object.entries(bmpVariants(drawn)).map(([name, file]) => [name, { 'input.bmp': file }]),
)
bitmaps['bmp-24']['reference.png'] = reference
bitmaps['bmp-cut'] = { 'input.bmp': bitmaps['bmp-24']['input.bmp'].subarray(0, 9000) }
const upright = { 'input.png': png('机密★10年') }

writeCases('picture', {
  upright,
  ...orientations,
  ...fields,
  ...attached,
  ...frames,
  ...colours,
  ...damaged,
  ...bitmaps,
})
