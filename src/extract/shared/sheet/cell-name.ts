/** Cell references: `B3` to row and column and back, 0-based (ECMA-376 18.18.62). */

function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

export function parseCell(reference: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,4})\$?(\d{1,8})$/i.exec(reference ?? '')
  if (!match) return null
  let column = 0
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}
