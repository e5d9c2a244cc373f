/** What Office Open XML documents show of their pictures (`a:srcRect`, ECMA-376 20.1.8.55). */
import { Buffer } from 'node:buffer'
import type { Box } from '../../../types.js'
import type { OfficePackage } from '../ooxml.js'
import { ooxmlPrefixes } from './names.js'
import { readXml, type XmlElement } from '../xml.js'
import type { Zip, ZipEntry } from '../zip.js'

/** Larger parts hold no drawings worth a second reading. */
const MOST_BYTES = 16 * 1024 ** 2
/** Of a side: trimmed edges hide nothing. */
const LEAST = 0.02
const whole: Box = [0, 0, 1, 1]

/** Only pictures that are nowhere shown whole; boxes as fractions of the picture's sides. */
export async function cropsOf(zip: Zip, pack: OfficePackage): Promise<ReadonlyMap<ZipEntry, readonly Box[]>> {
  const shown = new Map<ZipEntry, Box[]>()
  for (const [owner, relationships] of pack.allRelationships) {
    const pictures = relationships.filter(({ type, external }) => /(^|\/)image$/.test(type) && !external)
    const part = pictures.length > 0 ? zip.find(owner) : null
    const found = part && part.size <= MOST_BYTES ? croppedIn((await zip.salvage(part)).bytes) : null
    for (const { id, target } of pictures) {
      const entry = zip.find(target)
      if (entry) shown.set(entry, [...(shown.get(entry) ?? []), ...(found ? found(id) : [whole])])
    }
  }
  for (const [entry, boxes] of shown) if (boxes.includes(whole)) shown.delete(entry)
  return shown
}

/** Where a part shows the picture of a relationship, by its id: nowhere if the part does not name it. null: nothing is cropped. */
function croppedIn(bytes: Uint8Array): ((id: string) => readonly Box[]) | null {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!part.includes('srcRect') && !/ crop(left|top|right|bottom)=/.test(part.toString('latin1'))) return null
  const found = new Map<string, Box[]>()
  let id = ''
  let box = whole
  let fallbacks = 0
  const add = (its: string, shown: Box) => void found.set(its, [...(found.get(its) ?? []), shown])
  readXml(bytes, ooxmlPrefixes, {
    open(element) {
      if (element.name === 'mc:Fallback') fallbacks += 1
      // What only older programs show instead of the same picture is not looked at: it adds nothing to what is seen.
      if (element.name === 'v:imagedata') {
        const its = element.attribute('r:id') ?? ''
        if (fallbacks === 0) add(its, vmlBox(element))
        else if (!found.has(its)) found.set(its, [])
      }
      if (element.local === 'blip') [id, box] = [element.attribute('r:embed') ?? '', whole]
      else if (element.local === 'srcRect') box = boxOf(element)
    },
    text: () => {},
    close(name) {
      if (name === 'mc:Fallback') fallbacks -= 1
      if (!name.endsWith('blipFill')) return
      if (id) add(id, box)
      id = ''
    },
  })
  return (its) => found.get(its) ?? (part.includes(`"${its}"`) || part.includes(`'${its}'`) ? [whole] : [])
}

const boxOf = (element: XmlElement): Box =>
  shownBetween(['l', 't', 'r', 'b'].map((side) => cut(element.attribute(side))))

/** Fractions of the sides, of 65,536 where an `f` follows (ECMA-376 part 4, 19.1.2.11). */
const vmlBox = (element: XmlElement): Box =>
  shownBetween(
    ['left', 'top', 'right', 'bottom'].map((side) => {
      const value = element.attribute(`crop${side}`) ?? '0'
      return Math.max(0, Number.parseFloat(value) / (value.endsWith('f') ? 65_536 : 1) || 0)
    }),
  )

function shownBetween([left, top, right, bottom]: readonly number[]): Box {
  if (Math.max(left!, top!, right!, bottom!) < LEAST) return whole
  return [left!, top!, Math.max(0, 1 - left! - right!), Math.max(0, 1 - top! - bottom!)]
}

/** Thousandths of a percent, or a percentage in the strict form; less than nothing is room around the picture. */
function cut(value = '0'): number {
  return Math.max(0, Number.parseFloat(value) / (value.endsWith('%') ? 100 : 100_000) || 0)
}
