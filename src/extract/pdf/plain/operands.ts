/** What stands before an operator. */
import type { ContentStream } from './content.js'
import { notPlain } from './values.js'
import type { Matrix } from '../../../plane/matrix.js'

export type Operator = (content: ContentStream) => void

/** The number of that index; throws `notPlain` where there is none. */
export function operand({ numbers, numberCount }: ContentStream, index = 0): number {
  if (!(index >= 0 && index < numberCount)) throw notPlain
  return numbers[index]!
}

export function matrixOf({ numbers, numberCount }: ContentStream): Matrix {
  if (numberCount !== 6) throw notPlain
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!]
}

export function operandsOf({ numbers, numberCount }: ContentStream): number[] {
  return [...numbers.subarray(0, numberCount)]
}
