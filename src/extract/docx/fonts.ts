/** Embedded fonts are inert once they prove to be fonts; Word scrambles their first 32 bytes (ECMA-376 17.8.1). */
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { readXml } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import { entriesOf, type Opened, take } from './opened.js'

/** The font entries whose bytes, unscrambled by the key in the font table, begin as fonts do. */
export async function fontsOf(opened: Opened): Promise<ReadonlySet<ZipEntry>> {
  const fonts = new Set<ZipEntry>()
  const entries = entriesOf(opened, 'font')
  if (entries.length === 0) return fonts
  const keys = await readKeys(opened)
  for (const entry of entries) {
    const head = (await take(opened, entry)).slice(0, 32)
    const key = keys.get(entry.name.toLowerCase())
    if (isFont(head) || (key && isFont(unscramble(head, key)))) fonts.add(entry)
  }
  return fonts
}

const FONT_TABLE = /^word\/(glossary\/)?fonttable\.xml$/i

/** Part name of the font → its key, 16 bytes. */
async function readKeys(opened: Opened): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>()
  for (const table of opened.zip.entries.filter(({ name }) => FONT_TABLE.test(name))) {
    const targets = new Map(
      opened.pack.relationships(table.name).map(({ id, target }) => [id, target.toLowerCase()]),
    )
    readXml((await opened.zip.salvage(table)).bytes, ooxmlPrefixes, {
      open(element) {
        const target = targets.get(element.attribute('r:id') ?? '')
        const key = element.attribute('w:fontKey')?.replace(/[{}-]/g, '')
        if (target && key && /^[0-9a-f]{32}$/i.test(key)) keys.set(target, Buffer.from(key, 'hex').reverse())
      },
    })
  }
  return keys
}

function unscramble(head: Uint8Array, key: Uint8Array): Uint8Array {
  return head.map((byte, index) => byte ^ key[index % 16]!)
}

/** TrueType, OpenType, collections. */
function isFont(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1')
  return ['\0\x01\0\0', 'OTTO', 'true', 'ttcf', 'wOFF', 'wOF2'].includes(start)
}
