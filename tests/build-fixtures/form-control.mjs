/** Builds fixtures/extract/form-control: properties of Forms 2.0 controls ([MS-OFORMS]), written field by field. */
import iconv from 'iconv-lite'
import { cfbOf } from './cfb.mjs'
import { drawn } from './ofd-pictures.mjs'
import { writeCases } from './write-cases.mjs'

const uint = (bytes, value) => {
  const out = Buffer.alloc(bytes)
  out.writeUIntLE(value, 0, bytes)
  return out
}
const filled = (bytes, to = 4) => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)])
const wide = (text) => ({ count: text.length * 2, letters: Buffer.from(text, 'utf16le') })
const narrow = (text) => ({ count: (text.length | 0x80000000) >>> 0, letters: Buffer.from(text, 'latin1') })
const size = Buffer.from('9f0f0000e6030000', 'hex')

/** `data`: [bytes, value] of the data block in order, each at a multiple of its own size; `extra`: what stands behind. */
function structure(version, mask, data, extra, maskBytes = 4) {
  let block = Buffer.alloc(0)
  for (const [bytes, value] of data) block = Buffer.concat([filled(block, bytes), uint(bytes, value)])
  const body = Buffer.concat([
    uint(4, mask % 2 ** 32),
    ...(maskBytes === 8 ? [uint(4, Math.floor(mask / 2 ** 32))] : []),
    filled(block),
    ...extra.map((each) => filled(each)),
  ])
  return Buffer.concat([uint(2, version), uint(2, body.length), body])
}

const font = () => {
  const name = wide('黑体')
  return structure(
    0x200,
    0b101,
    [
      [4, name.count],
      [4, 210],
    ],
    [name.letters],
  )
}
/** A command button: one colour, options, its caption, its size. */
const button = (caption) =>
  Buffer.concat([
    structure(
      0x200,
      0b1000101101 & ~0x200,
      [
        [4, 0],
        [4, 27],
        [4, caption.count],
      ],
      [caption.letters, size],
    ),
    font(),
  ])
/** An option button: size before value, caption and group. */
function option(value, caption, group) {
  const mask = 2 ** 0 + 2 ** 6 + 2 ** 8 + 2 ** 22 + 2 ** 23 + 2 ** 32
  const strings = [value, caption, group]
  const data = [[4, 27], [1, 5], ...strings.map(({ count }) => [4, count])]
  return Buffer.concat([
    structure(0x200, mask, data, [size, ...strings.map(({ letters }) => letters)], 8),
    font(),
  ])
}
const picture = drawn('检查通知', ['png:-'], '120x40')
const pictured = Buffer.concat([
  structure(0x200, 0b10100000, [[2, 0xffff]], [size]),
  Buffer.from('0452e30b918fce119de300aa004bb8516c740000', 'hex'),
  uint(4, picture.length),
  picture,
])
/** A form with one control on it: its name and what it says when pointed at. */
function form(caption, name, tip) {
  const own = structure(0x400, 2 ** 10 + 2 ** 19, [[4, caption.count]], [size, caption.letters])
  const site = structure(
    0,
    2 ** 0 + 2 ** 2 + 2 ** 8 + 2 ** 11,
    [
      [4, name.count],
      [4, 1],
      [4, tip.count],
    ],
    [name.letters, size, tip.letters],
  )
  return Buffer.concat([own, uint(2, 0), uint(4, 1), uint(4, site.length), uint(2, 0x0100), site])
}
/** A class identifier stands before the properties where a part keeps the bare stream. */
const classed = (bytes) =>
  Buffer.concat([Buffer.from('4032d2d74ec9ce119b4300aa006b2d11', 'hex').subarray(0, 16), bytes])

const marked = button(wide('机密★10年'))
writeCases('form-control', {
  button: { 'input.contents': marked },
  narrow: { 'input.contents': button(narrow('Submit now')) },
  option: { 'input.contents': option(wide('1'), wide('内部资料'), wide('密级选择')) },
  picture: { 'input.contents': pictured },
  form: { 'input.f': form(wide('登记表'), narrow('TextBox1'), wide('填写姓名')) },
  several: {
    'input.o': Buffer.concat([button(wide('上一页')), option(wide('0'), wide('同意'), wide('意见'))]),
  },
  class: { 'input.activex1.bin': classed(button(wide('提交'))) },
  unknown: {
    'input.contents': Buffer.concat([
      uint(2, 0x200),
      uint(2, 24),
      Buffer.alloc(8, 0xff),
      Buffer.from('审核意见栏', 'utf16le'),
      Buffer.alloc(6),
    ]),
  },
  'cut-off': { 'input.contents': marked.subarray(0, 24) },
})
writeCases('compound', {
  'form-control': {
    'input.bin': cfbOf({ contents: button(wide('提交')), '\x03OCXNAME': Buffer.from('B1', 'utf16le') }),
  },
  'user-form': {
    'input.bin': cfbOf({
      UserForm1: {
        f: form(wide('登记表'), narrow('Label1'), wide('')),
        o: button(wide('确定')),
        '\x03VBFrame': iconv.encode(
          'VERSION 5.00\r\nBegin {C62A69F0-16DC-11CE-9E98-00AA00574A4F} UserForm1\r\n   Caption = "干部登记"\r\nEnd\r\n',
          'gbk',
        ),
      },
    }),
  },
})
