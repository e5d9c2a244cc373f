/** A list read ahead of its reader. */
import { describe, expect, it } from 'vitest'
import { ahead } from '../../src/inputs/ahead.js'

async function* numbers(count: number, failAt = -1) {
  for (let number = 0; number < count; number += 1) {
    if (number === failAt) throw new Error('cannot be listed')
    yield number
  }
}
async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of list) found.push(item)
  return found
}

describe('a list read ahead', () => {
  it('gives every item once, in order, however many', async () => {
    expect(await all(ahead(numbers(5000), 100))).toEqual([...Array(5000).keys()])
  })

  it('shows the first without taking them', async () => {
    const list = ahead(numbers(3), 10)
    expect(await list.peek(2)).toEqual([0, 1])
    expect(await all(list)).toEqual([0, 1, 2])
    expect(await ahead(numbers(1), 10).peek(2)).toEqual([0])
  })

  it('knows how many there are once it saw the end, and not before', async () => {
    const list = ahead(numbers(50), 10)
    const totals: (number | null)[] = []
    for await (const _ of list) totals.push(list.total)
    expect(totals[0]).toBeNull()
    expect(list.total).toBe(50)
  })

  it('holds no more than it may', async () => {
    let given = 0
    const counted = async function* () {
      for await (const number of numbers(1000)) {
        given += 1
        yield number
      }
    }
    const list = ahead(counted(), 10)
    const first = list[Symbol.asyncIterator]()
    await first.next()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(given).toBeLessThanOrEqual(12)
  })

  it('gives what came before an error, then the error', async () => {
    const seen: number[] = []
    const reading = async () => {
      for await (const number of ahead(numbers(9, 3), 10)) seen.push(number)
    }
    await expect(reading()).rejects.toThrow('cannot be listed')
    expect(seen).toEqual([0, 1, 2])
  })
})
