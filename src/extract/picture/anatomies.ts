/** The anatomy of a file of any of our formats. */
import { nothing, type Anatomy } from './anatomy.js'
import { textTags } from './exif.js'
import { tiffPages } from './frames.js'
import { gifAnatomy } from './gif.js'
import { iptcOf } from './iptc.js'
import { jpegAnatomy } from './jpeg.js'
import type { PictureFormat } from './kinds.js'
import { pngAnatomy } from './png.js'
import { lookAt } from '../../pixels/sharp.js'
import { webpAnatomy } from './webp.js'

export async function anatomyOf(kind: PictureFormat, bytes: Uint8Array): Promise<Anatomy> {
  if (kind === 'jpeg') return jpegAnatomy(bytes)
  if (kind === 'png') return pngAnatomy(bytes)
  if (kind === 'gif') return gifAnatomy(bytes)
  if (kind === 'webp') return webpAnatomy(bytes)
  if (kind === 'tiff') return tiffAnatomy(bytes)
  if (kind === 'avif') return avifAnatomy(bytes)
  return { ...nothing(), end: null }
}

const XMP = 700
const IPTC = 33723
const PHOTOSHOP = 34377
const EXIF = 0x8769

/** Text tags of every page; XMP (tag 700), IPTC (33723) and Photoshop resources (34377) where they stand. */
function tiffAnatomy(bytes: Uint8Array): Anatomy {
  const found = nothing()
  const { ifds, little } = tiffPages(bytes)
  for (const ifd of ifds) {
    found.fields.push(...textTags(ifd, little))
    const block = (tag: number) => ifd.tags.get(tag)?.bytes
    if (block(XMP)) found.xmp.push(block(XMP)!)
    for (const tag of [IPTC, PHOTOSHOP]) if (block(tag)) found.iptc.push(...iptcOf(block(tag)!))
  }
  if (ifds.some(({ tags }) => tags.has(EXIF))) found.exif.push(bytes)
  return { ...found, end: null }
}

async function avifAnatomy(bytes: Uint8Array): Promise<Anatomy> {
  const facts = await lookAt(bytes).catch(() => null)
  const exif = facts?.exif ? [bare(facts.exif)] : []
  return { fields: [], exif, xmp: facts?.xmp ? [facts.xmp] : [], iptc: [], end: null }
}

/** libvips hands EXIF over with or without its six-byte name. */
function bare(exif: Uint8Array): Uint8Array {
  return exif[0] === 0x45 ? exif.subarray(6) : exif
}
