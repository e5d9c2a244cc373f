export interface Chance {
  next(): number
  between(low: number, high: number): number
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  some<T>(from: readonly T[], count: number): T[]
  is(probability: number): boolean
  bell(): number
}
export function seedOf(name: string): number
export function chanceFrom(seed: string | number): Chance
