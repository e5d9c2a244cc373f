/**
 * Runs before the install scripts of the libraries. That of onnxruntime-node fetches libraries for graphics cards from a host of
 * its own where they do not lie beside the others, and ends the installation where there is no network. secscan computes on the
 * processor alone: empty files stand for what it would fetch, and nothing is asked for. Whatever goes wrong here is no reason
 * not to install: the library is an optional one.
 */
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const WANTED = ['cuda', 'shared', 'tensorrt'].map((name) => `libonnxruntime_providers_${name}.so`)

try {
  const folder = path.dirname(require.resolve('onnxruntime-node/package.json'))
  for (const api of fs.readdirSync(path.join(folder, 'bin'))) {
    const place = path.join(folder, 'bin', api, process.platform, process.arch)
    if (process.platform !== 'linux' || !fs.existsSync(place)) continue
    for (const name of WANTED)
      if (!fs.existsSync(path.join(place, name))) fs.writeFileSync(path.join(place, name), '')
  }
} catch {
  // Not there, or not ours to write to.
}
