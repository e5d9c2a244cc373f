/** Markdown tables and the few statistics that go into them. */

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`
export const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
export const ratio = (one, other) => `${(one / other).toFixed(2)} ×`
export const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`

/** @param {string[]} head @param {(string | number)[][]} rows */
export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
