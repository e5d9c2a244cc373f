/** Stretches of equal lines: places of the source where the same lines stand in the same order. */

export interface SourceText {
  readonly name: string
  readonly text: string
}
interface CountedLine {
  readonly name: string
  /** 1-based. */
  readonly line: number
  readonly text: string
}

/** What makes no stretch: blank lines, comments, imports, lone punctuation. */
const passed = /^$|^\/\/|^\/?\*|^import\b|^\} from |^[^\p{L}\p{N}]+$/u

/** Each pair once, by its first lines: `a.ts:10 b.ts:40`. White space at the ends of lines does not count. */
export function equalStretches(files: readonly SourceText[], length: number): string[] {
  const first = new Map<string, CountedLine>()
  const found: string[] = []
  for (const { name, text } of files) {
    const lines = countedLines(name, text)
    let last = { host: '', end: 0 }
    for (let at = 0; at + length <= lines.length; at++) {
      const stretch = lines.slice(at, at + length)
      const key = stretch.map((line) => line.text).join('\n')
      const host = first.get(key)
      if (!host) first.set(key, stretch[0]!)
      else if (!isInside(stretch[0]!, host, stretch)) {
        if (last.host !== host.name || at > last.end)
          found.push(`${host.name}:${host.line} ${name}:${stretch[0]!.line}`)
        last = { host: host.name, end: at + length }
      }
    }
  }
  return found
}

/** A list of equal lines overlaps itself. */
const isInside = (start: CountedLine, host: CountedLine, stretch: readonly CountedLine[]): boolean =>
  start.name === host.name && start.line - host.line < stretch.length

function countedLines(name: string, text: string): CountedLine[] {
  let isImport = false
  return text.split('\n').flatMap((raw, index): CountedLine[] => {
    const line = raw.trim()
    const inside: boolean = isImport || /^import\b/.test(line)
    isImport = inside && !/ from '|^import '/.test(line)
    return inside || passed.test(line) ? [] : [{ name, line: index + 1, text: line }]
  })
}
