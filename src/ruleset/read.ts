/** One YAML file, checked against its schema; what is wrong is said with file and line. */
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import zhCN from 'zod/v4/locales/zh-CN.js'
import { UsageError } from '../errors.js'
import { nearest } from '../nearest.js'
import { openYaml, type Yaml } from '../yaml.js'

export interface ParsedFile {
  readonly file: string
  readonly value: unknown
  /** 1-based line of a path into the value; of the nearest parent where the path ends early. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Gives the text of a file; rejects as the file system does. */
export type ReadText = (path: string) => Promise<string>

export const readFromDisk: ReadText = (path) => readFile(path, 'utf8')

export async function readYaml(file: string, readText: ReadText = readFromDisk): Promise<ParsedFile> {
  const text = await readText(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && basename(file) === 'index.yaml')
      throw new UsageError({ code: 'rules.no-index', args: { folder: dirname(file) } })
    throw new UsageError({ code: 'rules.unreadable', args: { file, why: error.code ?? error.message } })
  })
  const { LineCounter, parseDocument } = openYaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const broken = document.errors[0]
  if (broken) {
    const { line } = lines.linePos(broken.pos[0])
    throw new UsageError({ code: 'rules.not-yaml', args: { file, line, why: broken.message } })
  }
  return {
    file,
    value: document.toJS({ maxAliasCount: 20 }),
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  }
}

/** Offset of the node at a path, or of the deepest parent that exists. */
function offsetOf(document: Yaml.Document, path: readonly PropertyKey[]): number {
  const { isMap } = openYaml()
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const key = path[depth - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => String(item.key) === String(key))
      const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
      if (range) return range[0]
    }
    const node = document.getIn(path.slice(0, depth), true) as
      { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

/** The value in the shape of the schema; the first thing wrong ends it as a UsageError. */
export function check<S extends z.ZodType>(
  read: ParsedFile,
  schema: S,
  knownKeys: readonly string[],
): z.infer<S> {
  const result = schema.safeParse(read.value, { reportInput: true })
  if (result.success) return result.data
  // A mistyped key is told before the key it leaves missing.
  const mistyped = result.error.issues.find(({ code }) => code === 'unrecognized_keys')
  const issue = mistyped ?? deepest(result.error.issues)
  const file = read.file
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!
    const line = read.lineOf([...issue.path, key])
    const near = nearest(key, knownKeys)
    throw new UsageError(
      near
        ? { code: 'rules.unknown-key-near', args: { file, line, key, near } }
        : { code: 'rules.unknown-key', args: { file, line, key } },
    )
  }
  const line = read.lineOf(issue.path)
  const isWord = issue.code === 'invalid_value' && typeof issue.path.at(-1) === 'number'
  const near = isWord ? nearest(String(issue.input), issue.values.map(String)) : null
  if (near) {
    const args = { file, line, value: String(issue.input), near }
    throw new UsageError({ code: 'rules.unknown-word-near', args })
  }
  const where = issue.path.join('.') || '/'
  const args = { file, line, where, zh: inChinese(issue), en: issue.message }
  throw new UsageError({ code: 'rules.bad-value', args })
}

const { localeError } = zhCN()

function inChinese(issue: z.core.$ZodIssue): string {
  const told = localeError(issue as z.core.$ZodRawIssue)
  return typeof told === 'string' ? told : (told?.message ?? issue.message)
}

/** Of the issues of a union, those of the branch that got furthest tell the reader most. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  return issues.flatMap(open).toSorted((one, other) => other.path.length - one.path.length)[0]!
}

function open(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  return issue.errors.flat().flatMap((inner) => open({ ...inner, path: [...issue.path, ...inner.path] }))
}
