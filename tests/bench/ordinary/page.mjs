/** Everything that rang on one HTML page, and on numbered sheets: thumbnails with a frame around what was meant. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const colours = { block: '#d00000', gap: '#b000b0', review: '#e07000', note: '#0070d0' }
const thumb = 640
/** A sheet is `across` times `down` cells. */
const [cell, across, down] = [480, 4, 3]

/** @typedef {{rule: string, levels: string[]}} Shown alarms to show: names that hold `rule`, of these levels */

/** @returns {Promise<string>} where the page lies */
export async function writePage(judged, shown, folder) {
  mkdirSync(folder, { recursive: true })
  const cards = []
  for (const [number, file] of chosen(judged, shown).entries()) cards.push(await cardOf(file, number + 1))
  const path = join(folder, 'index.html')
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>Alarms</title><style>${style}</style>${cards.join('\n')}\n`) // prettier-ignore
  return path
}

/** @returns {Promise<string>} where the sheets lie */
export async function writeContacts(judged, shown, folder) {
  mkdirSync(folder, { recursive: true })
  const files = chosen(judged, shown)
  for (let from = 0, sheet = 1; from < files.length; from += across * down, sheet += 1) {
    const some = files.slice(from, from + across * down)
    const layers = await Promise.all(
      some.map(async (file, index) => ({
        input: await cellOf(file, from + index + 1),
        left: (index % across) * (cell + 8),
        top: Math.floor(index / across) * (cell + 40),
      })),
    )
    const size = { width: across * (cell + 8), height: down * (cell + 40), channels: 3, background: '#888' }
    const name = `sheet-${String(sheet).padStart(2, '0')}.jpg`
    await sharp({ create: size }).composite(layers).jpeg({ quality: 80 }).toFile(join(folder, name))
  }
  return join(folder, `sheet-01.jpg … (${files.length} files)`)
}

function chosen(judged, { rule, levels }) {
  const isShown = ({ level, name }) => levels.includes(level) && name.includes(rule)
  return judged
    .map((file) => ({ ...file, alarms: file.alarms.filter(isShown) }))
    .filter(({ alarms }) => alarms.length > 0)
}

const style = `body{font:13px sans-serif;display:flex;flex-wrap:wrap;gap:12px;background:#888}
figure{margin:0;background:#fff;padding:6px;max-width:${thumb}px}.picture{position:relative;display:inline-block}
.picture img{display:block;max-width:100%}.frame{position:absolute;border:2px solid;box-sizing:border-box}`

async function cardOf({ path, kind, alarms }, number) {
  const jpeg = await thumbnailOf(path, thumb)
  const frames = alarms.filter(({ box }) => box).map(({ box, level }) => {
    const [left, top, width, height] = box.map((part) => `${(100 * part).toFixed(2)}%`)
    return `<div class="frame" style="left:${left};top:${top};width:${width};height:${height};border-color:${colours[level]}"></div>`
  }) // prettier-ignore
  const lines = alarms.map(({ level, name, said, page }) => `<br><b style="color:${colours[level]}">${level} ${escaped(name)}</b> ${page ? `p. ${page} ` : ''}${escaped(said)}`) // prettier-ignore
  const picture = jpeg ? `<div class="picture"><img src="data:image/jpeg;base64,${jpeg.toString('base64')}">${frames.join('')}</div>` : '' // prettier-ignore
  return `<figure>${picture}<figcaption>${number} ${escaped(kind)}: ${escaped(path)}${lines.join('')}</figcaption></figure>`
}

/** Null for what is no picture. The page is upright, as its boxes have it. */
async function thumbnailOf(path, longest) {
  const small = sharp(path, { limitInputPixels: false }).rotate().resize(longest, longest, { fit: 'inside', withoutEnlargement: true }) // prettier-ignore
  return small
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer()
    .catch(() => null)
}

async function cellOf({ path, alarms }, number) {
  const jpeg = (await thumbnailOf(path, cell)) ?? (await blank())
  const { width, height } = await sharp(jpeg).metadata()
  const frames = alarms.filter(({ box }) => box).map(({ box: [x, y, w, h], level }) => `<rect x="${x * width - 1}" y="${y * height - 1}" width="${w * width + 2}" height="${h * height + 2}" fill="none" stroke="${colours[level]}" stroke-width="2"/>`) // prettier-ignore
  const names = [...new Set(alarms.map(({ level, name }) => `${level} ${name}`))].join(', ')
  const label = `<text x="2" y="${height + 14}" font-size="14" fill="#fff">${number} ${escaped(path.split('/').at(-1).slice(-50))}</text><text x="2" y="${height + 30}" font-size="13" fill="#ff0">${escaped(names.slice(0, 70))}</text>`
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${cell}" height="${height + 36}">${frames.join('')}${label}</svg>`) // prettier-ignore
  return sharp({ create: { width: cell, height: height + 36, channels: 3, background: '#444' } })
    .composite([
      { input: jpeg, left: 0, top: 0 },
      { input: svg, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()
}

function blank() {
  return sharp({ create: { width: cell, height: 40, channels: 3, background: '#ccc' } })
    .jpeg()
    .toBuffer()
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
