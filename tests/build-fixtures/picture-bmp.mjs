/** BMP files of every kind from one drawing of four colours, written byte by byte. */

/** @typedef {{ width: number, height: number, at(x: number, y: number): number }} Drawing palette numbers */

export const palette = [
  [255, 255, 255],
  [0, 0, 0],
  [192, 0, 0],
  [0, 80, 160],
]

const align = (length, to) => Math.ceil(length / to) * to

function file(info, colours, pixels) {
  const head = Buffer.alloc(14)
  head.write('BM', 'latin1')
  head.writeUInt32LE(14 + info.length + colours.length + pixels.length, 2)
  head.writeUInt32LE(14 + info.length + colours.length, 10)
  return Buffer.concat([head, info, colours, pixels])
}

function info(size, { width, height }, bits, compression = 0, masks = []) {
  const head = Buffer.alloc(Math.max(size, size === 40 ? 40 + 4 * masks.length : size))
  head.writeUInt32LE(size, 0)
  head.writeInt32LE(width, 4)
  head.writeInt32LE(height, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(bits, 14)
  head.writeUInt32LE(compression, 16)
  masks.forEach((mask, index) => head.writeUInt32LE(mask >>> 0, 40 + 4 * index))
  return head
}

const colours = (entry, bits) =>
  Buffer.concat(
    Array.from({ length: 2 ** bits }, (_, at) => {
      const [red, green, blue] = palette[at] ?? [0, 0, 0]
      return Buffer.from(entry === 3 ? [blue, green, red] : [blue, green, red, 0])
    }),
  )

function packed(drawing, bits, rows) {
  return Buffer.concat(
    rows.map((y) => {
      const row = Buffer.alloc(align((drawing.width * bits) / 8, 4))
      for (let x = 0; x < drawing.width; x++)
        row[(x * bits) >> 3] |= drawing.at(x, y) << (8 - bits - ((x * bits) & 7))
      return row
    }),
  )
}

function direct(drawing, size, write, rows) {
  return Buffer.concat(
    rows.map((y) => {
      const row = Buffer.alloc(align(drawing.width * size, 4))
      for (let x = 0; x < drawing.width; x++) write(row, x * size, palette[drawing.at(x, y)])
      return row
    }),
  )
}

/** Runs of one colour, a jump and a literal run in the first row. */
function rle(drawing, nibbles) {
  const bytes = []
  for (let y = drawing.height - 1; y >= 0; y--) {
    let x = 0
    while (x < drawing.width) {
      const colour = drawing.at(x, y)
      let run = 1
      while (run < 255 && x + run < drawing.width && drawing.at(x + run, y) === colour) run++
      if (colour === 0 && run > 20 && run <= 255) bytes.push(0, 2, run, 0)
      else if (run >= 3 || x + 5 > drawing.width) bytes.push(run, nibbles ? colour * 17 : colour)
      else {
        run = 5
        const literal = Array.from({ length: run }, (_, at) => drawing.at(x + at, y))
        const stored = nibbles
          ? [literal[0] * 16 + literal[1], literal[2] * 16 + literal[3], literal[4] * 16]
          : literal
        bytes.push(0, run, ...stored, ...(stored.length & 1 ? [0] : []))
      }
      x += run
    }
    bytes.push(0, 0)
  }
  return Buffer.from([...bytes, 0, 1])
}

export function bmpVariants(drawing) {
  const up = Array.from({ length: drawing.height }, (_, y) => drawing.height - 1 - y)
  const down = up.toReversed()
  const two = { ...drawing, at: (x, y) => (drawing.at(x, y) === 0 ? 0 : 1) }
  const bgr = (row, at, [red, green, blue]) => row.set([blue, green, red], at)
  const bgrx = (row, at, [red, green, blue]) => row.set([blue, green, red, 0], at)
  const bgra = (row, at, [red, green, blue]) => row.set([blue, green, red, 255], at)
  const rgb555 = (row, at, [red, green, blue]) =>
    row.writeUInt16LE(((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3), at)
  const rgb565 = (row, at, [red, green, blue]) =>
    row.writeUInt16LE(((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3), at)
  const old = Buffer.alloc(12)
  old.writeUInt32LE(12, 0)
  old.writeUInt16LE(drawing.width, 4)
  old.writeUInt16LE(drawing.height, 6)
  old.writeUInt16LE(1, 8)
  old.writeUInt16LE(8, 10)
  const flipped = { ...drawing, height: -drawing.height }
  return {
    'bmp-1': file(info(40, drawing, 1), colours(4, 1), packed(two, 1, up)),
    'bmp-4': file(info(40, drawing, 4), colours(4, 4), packed(drawing, 4, up)),
    'bmp-8': file(info(40, drawing, 8), colours(4, 8), packed(drawing, 8, up)),
    'bmp-8-os2': file(old, colours(3, 8), packed(drawing, 8, up)),
    'bmp-16': file(info(40, drawing, 16), Buffer.alloc(0), direct(drawing, 2, rgb555, up)),
    'bmp-16-fields': file(
      info(40, drawing, 16, 3, [0xf800, 0x07e0, 0x001f]),
      Buffer.alloc(0),
      direct(drawing, 2, rgb565, up),
    ),
    'bmp-24': file(info(40, drawing, 24), Buffer.alloc(0), direct(drawing, 3, bgr, up)),
    'bmp-24-top-down': file(info(40, flipped, 24), Buffer.alloc(0), direct(drawing, 3, bgr, down)),
    'bmp-32': file(info(40, drawing, 32), Buffer.alloc(0), direct(drawing, 4, bgrx, up)),
    'bmp-32-alpha': file(
      info(124, drawing, 32, 3, [0xff0000, 0xff00, 0xff, 0xff000000]),
      Buffer.alloc(0),
      direct(drawing, 4, bgra, up),
    ),
    'bmp-rle4': file(info(40, drawing, 4, 2), colours(4, 4), rle(drawing, true)),
    'bmp-rle8': file(info(40, drawing, 8, 1), colours(4, 8), rle(drawing, false)),
  }
}
