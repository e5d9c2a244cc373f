/** The rules that come with secscan, checked when it is built, so that a run need not load a schema to read them. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { home } from '../home.js'
import { hashOf } from '../identity.js'
import type { Rule } from '../types.js'
import type { Pack, Ruleset } from './load.js'

const kept = join(home, 'dist/rules.json')

interface Kept {
  /** Over names and bytes of the rule files; another value means they were edited since. */
  readonly source: string
  readonly rules: readonly Rule[]
  readonly hash: string
  readonly packs: readonly Pack[]
  readonly dormant: readonly string[]
}

/** Null when there is none, or when the rule files are no longer those it was made from. */
export async function readKept(folder: string): Promise<Ruleset | null> {
  const [text, source] = await Promise.all([readFile(kept, 'utf8').catch(() => null), hashOfFiles(folder)])
  if (text === null) return null
  const { source: from, ...ready } = JSON.parse(text) as Kept
  return from === source ? { ...ready, examples: new Map() } : null
}

export async function keep(folder: string, { examples: _examples, ...ready }: Ruleset): Promise<void> {
  const whole: Kept = { source: await hashOfFiles(folder), ...ready }
  await writeFile(kept, JSON.stringify(whole))
}

async function hashOfFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  const bytes = await Promise.all(paths.map((path) => readFile(path)))
  return hashOf(
    paths.map((path, index) => `${path.slice(folder.length)}\n${hashOf(bytes[index]!)}`).join('\n'),
  )
}
