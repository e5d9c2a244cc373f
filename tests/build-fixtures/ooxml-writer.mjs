/** Office Open XML packages for fixtures: parts with their relationships, content types worked out from them. */
import { zipOf } from './zip.mjs'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** The namespaces every part of the fixtures declares. */
export const namespaces = {
  spreadsheet: `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`,
  slides: `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"`,
}

export const xml = (text) => declaration + text

/** `[id, type, target, external?]` each; a type without a slash is one of the office document's. */
export function relationships(...list) {
  const rows = list.map(([id, type, target, external]) => {
    const full = type.includes('/') ? type : `${office}/${type}`
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
  })
  return xml(`<Relationships xmlns="${packaged}/relationships">${rows.join('')}</Relationships>`)
}

/**
 * @param {string} main part name of the document @param {Record<string, string | Buffer>} parts
 * @param {Record<string, string>} types content types of parts, by name
 */
export function packageOf(main, parts, types) {
  const overrides = Object.entries(types).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  )
  const defaults = ['rels', 'xml', 'png', 'bin', 'vml'].map((extension) => {
    const type = {
      rels: 'application/vnd.openxmlformats-package.relationships+xml',
      xml: 'application/xml',
      png: 'image/png',
    }
    return `<Default Extension="${extension}" ContentType="${type[extension] ?? 'application/octet-stream'}"/>`
  })
  return zipOf({
    '[Content_Types].xml': xml(
      `<Types xmlns="${packaged}/content-types">${defaults.join('')}${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': relationships(
      ['rId1', 'officeDocument', main],
      ['rId2', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ),
    'docProps/core.xml': xml(
      `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator><cp:keywords>内部资料</cp:keywords></cp:coreProperties>`,
    ),
    ...parts,
  })
}
