/** What stands before an operator. */
import type { Matrix } from '../geometry.js'
import type { Content } from './content.js'
import { notPlain } from './values.js'

export type Operator = (content: Content) => void

/** The number of that index; throws `notPlain` where there is none. */
export function operand({ numbers, numberCount }: Content, index = 0): number {
  if (!(index >= 0 && index < numberCount)) throw notPlain
  return numbers[index]!
}

export function matrixOf({ numbers, numberCount }: Content): Matrix {
  if (numberCount !== 6) throw notPlain
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!]
}

export function operandsOf({ numbers, numberCount }: Content): number[] {
  return [...numbers.subarray(0, numberCount)]
}
