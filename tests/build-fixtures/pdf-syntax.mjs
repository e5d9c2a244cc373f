/** Writes PDF files by hand, object by object: for cases no program would save. Build-time only. */

/** A text string as PDF keeps it: UTF-16 with a byte order mark, in hexadecimal. */
export function hexText(text) {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${utf16.toString('hex')}>`
}

/** Characters as the two-byte codes of UniGB-UCS2-H and of Identity-H fonts whose codes are UCS-2. */
export function codes(text) {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

/** A stream object's body. `data`: string (Latin-1) or bytes. */
export function stream(data, dictionary = '') {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1')
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** `objects`: number → body (string or bytes); `trailer`: entries beside /Size. Object 1 is the catalogue. */
export function pdfFile(objects, trailer = '/Root 1 0 R') {
  const chunks = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets = new Map()
  let at = chunks[0].length
  const numbers = Object.keys(objects).map(Number)
  for (const number of numbers) {
    offsets.set(number, at)
    const body = objects[number]
    const bytes = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`, 'latin1'),
      Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'),
      Buffer.from('\nendobj\n', 'latin1'),
    ])
    chunks.push(bytes)
    at += bytes.length
  }
  const size = numbers.at(-1) + 1
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(chunks)
}

/** Object bodies of a Chinese font that is not embedded: `first`, `first + 1`, `first + 2`. */
export function songFont(
  first,
  { name = 'FangSong_GB2312', encoding = 'UniGB-UCS2-H', ordering = 'GB1' } = {},
) {
  const mode = encoding.endsWith('V') ? '/DW2 [880 -1000]' : ''
  return {
    [first]: `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${first + 1} 0 R] >>`,
    [first + 1]:
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${first + 2} 0 R /DW 1000 ${mode} >>`,
    [first + 2]:
      `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>`,
  }
}

/** One page with a content stream and the font as /F1: objects 1 (catalogue), 2 (pages), 3 (page), 4 (content), 5–7 (font). */
export function onePage(
  content,
  { catalogue = '', page = '', resources = '', box = [0, 0, 595, 842], font } = {},
) {
  return {
    1: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    4: stream(content),
    ...songFont(5, font),
  }
}

/** Content operators that show a text at a place in user space. */
export function show(text, x, y, size = 16, before = '') {
  return `BT ${before} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${codes(text)} Tj ET\n`
}
