import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { defaultLimits } from '../../src/budget.js'
import { WorkerSet } from '../../src/pool/crew.js'

const setup = {
  rules: [],
  limits: defaultLimits,
  ocr: { engine: 'off' },
  today: '2026-01-01',
  debug: false,
} as const
const childModule = fileURLToPath(new URL('./misbehaving-child.mjs', import.meta.url))
const limits = { silence: 5000, memory: 256 * 1024 ** 2 }
const deaf = { onOcr: () => {}, onMemory: () => {} }

let crew: WorkerSet
const crewOf = (most: number) =>
  (crew = new WorkerSet({ setup, debug: false, first: '', limits, childModule }, deaf, most))
afterEach(() => crew.close())

test('one that was prepared is the one that is taken', () => {
  crewOf(2).prepare()
  crew.prepare()
  expect([crew.take(), crew.take(), crew.take()].map((worker) => worker !== null)).toEqual([
    true,
    true,
    false,
  ])
})

test('one that is given back is taken again', () => {
  const worker = crewOf(1).take()
  expect(crew.take()).toBeNull()
  crew.giveBack(worker!, false)
  expect(crew.take()).toBe(worker)
})

test('one that died makes room for another', () => {
  const worker = crewOf(1).take()
  crew.giveBack(worker!, true)
  expect(crew.take()).not.toBe(worker)
})
