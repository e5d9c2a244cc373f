/** The pieces an OFD fixture is made of: text objects, pages, documents, packages. */
import { zipOf } from './zip.mjs'

const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
export const xml = (root, inner, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${ns} ${attributes}>${inner}</ofd:${root}>`

const isWide = (character) => character.codePointAt(0) > 0x2e7f
let id = 100

/** One text object at millimetres x, y (top of its box), type of `size` millimetres. */
export function text(x, y, said, { size = 5.6, font = 1, attributes = '', inner = '', codes } = {}) {
  const steps = [...said].map((character) => (isWide(character) ? size : size / 2))
  const width = steps.reduce((sum, step) => sum + step, 0)
  const deltas = steps.slice(0, -1).join(' ')
  const code =
    codes ?? `<ofd:TextCode X="0" Y="${(size * 0.86).toFixed(3)}" DeltaX="${deltas}">${said}</ofd:TextCode>`
  return `<ofd:TextObject ID="${id++}" Boundary="${x} ${y} ${width.toFixed(3)} ${size}" Font="${font}" Size="${size}" ${attributes}>${inner}${code}</ofd:TextObject>`
}

/** Every character an object of its own, as some converters write. */
export function scattered(x, y, said, how = {}) {
  const size = how.size ?? 5.6
  let at = x
  return [...said]
    .map((character) => {
      const object = text(at.toFixed(3), y, character, how)
      at += isWide(character) ? size : size / 2
      return object
    })
    .join('')
}

export const colour = (value, alpha = 255) => `<ofd:FillColor Value="${value}" Alpha="${alpha}"/>`

export function rectangle(x, y, width, height, value = '0 0 0') {
  return `<ofd:PathObject ID="${id++}" Boundary="${x} ${y} ${width} ${height}" Fill="true" Stroke="false">${colour(value)}<ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`
}

export function image(x, y, width, height, resource, attributes = '') {
  return `<ofd:ImageObject ID="${id++}" Boundary="${x} ${y} ${width} ${height}" CTM="${width} 0 0 ${height} 0 0" ResourceID="${resource}" ${attributes}/>`
}

export function page(objects, { before = '', layer = '' } = {}) {
  return xml(
    'Page',
    `${before}<ofd:Content><ofd:Layer ID="${id++}" ${layer}>${objects}</ofd:Layer></ofd:Content>`,
  )
}

const area = '<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'

/** @param {string[]} pages locations of the content files */
export function document(pages, { common = '', after = '' } = {}) {
  const list = pages.map((location, index) => `<ofd:Page ID="${index + 1}" BaseLoc="${location}"/>`).join('')
  return xml(
    'Document',
    `<ofd:CommonData>${area}${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>${after}`,
  )
}

export const information = (title, more = '') =>
  `<ofd:DocInfo><ofd:DocID>0123456789abcdef</ofd:DocID><ofd:Title>${title}</ofd:Title>${more}</ofd:DocInfo>`

export const body = (info, root = 'Doc_0/Document.xml', more = '') =>
  `<ofd:DocBody>${info}<ofd:DocRoot>${root}</ofd:DocRoot>${more}</ofd:DocBody>`

export const root = (...bodies) => xml('OFD', bodies.join(''), 'Version="1.0" DocType="OFD"')

/** A document of one page of these objects, with what else belongs into the package. */
export function simple(
  objects,
  { title = '关于开展检查的通知', common = '', after = '', entries = {}, page: of } = {},
) {
  return zipOf({
    'OFD.xml': root(body(information(title))),
    'Doc_0/Document.xml': document(['Pages/Page_0/Content.xml'], { common, after }),
    'Doc_0/Pages/Page_0/Content.xml': page(objects, of),
    ...entries,
  })
}
