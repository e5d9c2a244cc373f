#!/usr/bin/env bash
# sharp 0.35.5 reads an animated PNG (W3C PNG, third edition, 4.9 and 11.3.6) as a still one: `metadata()` has no `pages`,
# `pages: -1` gives the first frame, and nothing tells that there are others. An animated GIF of the same two frames has
# `pages: 2`. Whoever looks at every frame of a picture must count the fcTL chunks of a PNG by other means.
# Exits 0 while this is so, 1 when it changed. Needs node and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null 2>&1
npm install --silent --no-audit --no-fund sharp@0.35.5 >/dev/null 2>&1
cat >look.cjs <<'JS'
const sharp = require('sharp')
const { deflateSync } = require('node:zlib')
const [width, height] = [4, 4]
function sum(bytes) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
const four = (...values) => Buffer.concat(values.map((value) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes }))
function chunk(type, body) {
  const data = Buffer.concat([Buffer.from(type), body])
  return Buffer.concat([four(body.length), data, four(sum(data))])
}
const pixels = (grey) => deflateSync(Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Array(width).fill(grey)]))))
const control = (number) => chunk('fcTL', Buffer.concat([four(number, width, height, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])]))
const apng = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.concat([four(width, height), Buffer.from([8, 0, 0, 0, 0])])),
  chunk('acTL', four(2, 0)),
  control(0),
  chunk('IDAT', pixels(255)),
  control(1),
  chunk('fdAT', Buffer.concat([four(2), pixels(0)])),
  chunk('IEND', Buffer.alloc(0)),
])
async function main() {
  const facts = await sharp(apng, { pages: -1 }).metadata()
  const { data, info } = await sharp(apng, { pages: -1 }).greyscale().raw().toBuffer({ resolveWithObject: true })
  const frames = Buffer.concat([Buffer.alloc(width * height, 255), Buffer.alloc(width * height)])
  const gif = await sharp(frames, { raw: { width, height: 2 * height, channels: 1, pageHeight: height } }).gif().toBuffer()
  const twin = await sharp(gif, { pages: -1 }).metadata()
  console.log(`PNG of two frames: pages ${facts.pages}, height ${info.height}, first sample ${data[0]}, all the same ${data.every((value) => value === data[0])}`)
  console.log(`GIF of two frames: pages ${twin.pages}`)
  const asStated = facts.pages === undefined && info.height === height && data.every((value) => value === 255) && twin.pages === 2
  console.log(`sharp ${sharp.versions.sharp ?? ''} libvips ${sharp.versions.vips}: ${asStated ? 'as stated' : 'changed'}`)
  process.exit(asStated ? 0 : 1)
}
main()
JS
node look.cjs
