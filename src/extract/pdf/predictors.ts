/** Undoes the prediction that stands behind Flate and LZW (ISO 32000-1, 7.4.4.4; PNG, clause 9). */

/** `parameters`: text of the dictionary. Throws on kinds and sizes no program writes. */
export function unpredicted(data: Uint8Array, parameters: string): Uint8Array {
  const stated = (key: string, otherwise: number) =>
    Number(new RegExp(`/${key}\\s+(\\d{1,7})`).exec(parameters)?.[1] ?? otherwise)
  const predictor = stated('Predictor', 1)
  if (predictor === 1) return data
  const [colours, bits, columns] = [stated('Colors', 1), stated('BitsPerComponent', 8), stated('Columns', 1)]
  const step = Math.max(1, (colours * bits) >> 3)
  const length = Math.ceil((colours * bits * columns) / 8)
  if (length === 0 || length > 1 << 24) throw new RangeError('row of a predicted stream')
  if (predictor === 2) return bits === 8 ? summed(data, length, step) : fail()
  return predictor >= 10 && predictor <= 15 ? unfilteredRows(data, length, step) : fail()
}

function fail(): never {
  throw new RangeError('predictor')
}

/** TIFF prediction of whole bytes: each is told as the difference to the one before. */
function summed(data: Uint8Array, length: number, step: number): Uint8Array {
  const result = Uint8Array.from(data)
  for (let row = 0; row + length <= result.length; row += length)
    for (let at = row + step; at < row + length; at++) result[at] = result[at]! + result[at - step]!
  return result
}

function unfilteredRows(data: Uint8Array, length: number, step: number): Uint8Array {
  const rows = Math.ceil(data.length / (length + 1))
  const result = new Uint8Array(rows * length)
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * (length + 1) + 1, row * length]
    const kind = data[from - 1]!
    for (let at = 0; at < length; at++) {
      const left = at >= step ? result[to + at - step]! : 0
      const up = row > 0 ? result[to + at - length]! : 0
      const corner = row > 0 && at >= step ? result[to + at - length - step]! : 0
      result[to + at] = (data[from + at] ?? 0) + predicted(kind, left, up, corner)
    }
  }
  return result
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
