/**
 * Run by `npm run derive`: writes what is taken from libraries that only development needs, so that an installation is
 * spared the rest of them. A test holds the files against what this makes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** @returns {Promise<ReadonlyMap<string, string>>} text by path from the root */
export async function derived() {
  const recheck = dirname(require.resolve('recheck/package.json'))
  return new Map([
    ['src/ruleset/traditional-forms.ts', traditionalForms(await formsByCharacter())],
    ['vendor/recheck/browser.cjs', readFileSync(join(recheck, 'lib/browser.js'), 'utf8')],
    ['vendor/recheck/LICENSE', readFileSync(join(recheck, 'LICENSE'), 'utf8')],
  ])
}

/** Entries of a dictionary of OpenCC: `爲 為|…`, the forms of one key apart by blanks. */
async function dictionary(name) {
  const { default: text } = await import(`opencc-js/dict/${name}`)
  return text.split('|').map((entry) => {
    const [from, ...to] = entry.split(' ')
    return { from, to }
  })
}

/** Traditional characters that stand for a simplified one, with the forms Taiwan and Hong Kong write; code points of one unit. */
async function formsByCharacter() {
  const forms = new Map()
  const add = (simplified, form) => {
    if (simplified.length !== 1 || form.length !== 1 || simplified === form) return
    forms.set(simplified, (forms.get(simplified) ?? new Set()).add(form))
  }
  for (const { from, to } of await dictionary('STCharacters')) for (const form of to) add(from, form)
  for (const { from, to } of await dictionary('TSCharacters'))
    for (const simplified of to) add(simplified, from)
  const variants = [...(await dictionary('TWVariants')), ...(await dictionary('HKVariants'))]
  for (const [simplified, known] of forms)
    for (const { from, to } of variants) if (known.has(from)) for (const form of to) add(simplified, form)
  return forms
}

function traditionalForms(forms) {
  const entries = [...forms].sort(([one], [other]) => (one < other ? -1 : 1))
  const words = entries.map(([simplified, all]) => simplified + [...all].sort().join(''))
  const lines = []
  for (let start = 0; start < words.length; start += 25)
    lines.push(`${words.slice(start, start + 25).join(' ')} `)
  lines.push(lines.pop().trimEnd())
  return `/** Simplified characters, each with its traditional forms; made by \`npm run derive\` from OpenCC (Apache-2.0). */

export const traditionalForms =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of await derived()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
