#!/usr/bin/env bash
# sharp 0.35.5 (libvips' nsgif) refuses, at failOn "warning", a GIF that is whole: a comment stands between its last frame and its
# trailer, and padding follows the trailer (GIF89a, 27: the trailer ends the data stream). ScreenToGif writes such files.
# Seen: "gifload_buffer: Invalid frame data" with 9 or 170 bytes of padding; with one byte, or without the comment, it decodes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact sharp@0.35.5
cat > seen.mjs <<'SCRIPT'
import sharp from 'sharp'

const whole = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } }).gif({ loop: 0 }).toBuffer()
const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 5]), Buffer.from('drawn'), Buffer.from([0])])
const trailer = Buffer.from([0x3b])
const commented = Buffer.concat([whole.subarray(0, -1), comment, trailer])
const said = async (bytes) =>
  sharp(bytes, { failOn: 'warning' }).raw().toBuffer().then(() => 'decoded', (error) => error.message)
const rows = [
  ['comment, no padding', await said(commented), /^decoded$/],
  ['comment, 1 byte of padding', await said(Buffer.concat([commented, Buffer.alloc(1)])), /^decoded$/],
  ['comment, 9 bytes of padding', await said(Buffer.concat([commented, Buffer.alloc(9)])), /Invalid frame data/],
  ['comment, 170 bytes of padding', await said(Buffer.concat([commented, Buffer.alloc(170)])), /Invalid frame data/],
  ['no comment, 170 bytes of padding', await said(Buffer.concat([whole, Buffer.alloc(170)])), /^decoded$/],
]
for (const [what, seen] of rows) console.log(`${what}: ${seen}`)
if (rows.some(([, seen, expected]) => !expected.test(seen))) throw new Error('the behaviour changed')
SCRIPT
node seen.mjs
