/** A DXF file as pairs of a group code and a value, each on a line of its own (DXF Reference, "Group Codes"). */
export interface DxfGroup {
  readonly code: number
  readonly value: string
  /** 1-based row of the value. */
  readonly row: number
}

export function* groupsOf(text: string): Generator<DxfGroup> {
  let row = 0
  let code: number | null = null
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end).replace(/\r$/, '')
    start = end + 1
    row++
    if (code !== null) {
      yield { code, value: line.trim() === line ? line : line.replace(/^ +/, ''), row }
      code = null
    } else if (/^\s*-?\d{1,4}\s*$/.test(line)) code = Number(line)
    // Out of step: the line is told as a text rather than lost.
    else if (line.trim()) yield { code: 1, value: line, row }
  }
}
