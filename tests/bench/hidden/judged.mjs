/** What the command says of files, as its JSON has it. */
import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'

/** Files in one run: few enough that a run that dies loses little. */
const batch = 60

/**
 * @param {string[]} paths absolute
 * @param {string} product folder of the build
 * @returns {Promise<Map<string, object>>} path → its entry in `inputs`
 */
export async function judged(paths, product) {
  const said = new Map()
  for (let from = 0; from < paths.length; from += batch) {
    const some = paths.slice(from, from + batch)
    for (const input of (await run(some, product)).inputs) said.set(resolve('/', input.path), input)
    console.error(`  ${from + some.length} of ${paths.length} judged`)
  }
  return said
}

function run(paths, product) {
  const flags = ['--format', 'json', '--reveal', '--today', '2025-06-01']
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [join(product, 'bin/secscan.js'), ...flags, ...paths.map((path) => path.slice(1))],
      { cwd: '/', maxBuffer: 1 << 28 },
      (error, stdout) => {
        try {
          done(JSON.parse(stdout))
        } catch {
          fail(error)
        }
      },
    )
  })
}

const bare = (text) =>
  text
    .normalize('NFKC')
    .replace(/[〔［[(（]/g, '(')
    .replace(/[〕］\])）]/g, ')')
    .replace(/[\s，,★☆]/g, '')

/** Whether a finding quotes or reveals the text: spaces, brackets and the star's shape aside. */
export function says(finding, text) {
  return bare(`${finding.quote} ${finding.revealed ?? ''}`).includes(bare(text))
}

/** Rules that tell of hiding, whatever the text says. */
export const hiding = new Set([
  'redacted-mark',
  'redacted-area',
  'tampered-head',
  'covered-text',
  'covered-text-doubtful',
  'hidden-text',
  'concealed-text',
  'deleted-text',
  'comment-text',
])
