// Speaks the child's part of the protocol and does what the name of the file it is given tells it to.
import { Worker } from 'node:worker_threads'

let held = []
const [, , first, memory] = process.argv
if (first === 'guarded') {
  const workerData = { memory: Number(memory), parent: process.ppid, fd: 4 }
  new Worker(new URL('../../dist/pool/guard.js', import.meta.url), { workerData }).unref()
}
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
process.on('disconnect', () => process.exit())
process.on('message', ({ kind, turn, unit }) => {
  if (kind !== 'unit') return
  const page = unit.range?.from ?? null
  const say = (message) => process.send({ turn, ...message })
  if (!unit.range && unit.path.startsWith('pages-')) {
    say({ kind: 'done', pages: 8 })
    if (unit.path.includes('twice')) say({ kind: 'done' })
    return
  }
  const bad = !unit.range || (unit.range.from <= 5 && unit.range.to >= 5)
  if (bad && unit.path.includes('hang')) while (true);
  if (bad && unit.path.includes('crash')) process.exit(9)
  if (bad && unit.path.includes('gorge')) while (true) if (held.push(Buffer.alloc(8 << 20, 1))) wait(5)
  if (bad && unit.path.includes('babble'))
    return void setInterval(() => say({ kind: 'seen', observations: [] }), 20)
  if (bad && unit.path.includes('mumble'))
    return void setInterval(() => say({ kind: 'alive', memory: 1 }), 20)
  if (bad && unit.path.includes('eat')) {
    for (let step = 0; step < 64; step += 1) held.push(Buffer.alloc(8 << 20, 1))
    say({ kind: 'alive', memory: process.memoryUsage.rss() })
    return
  }
  const from = unit.range?.from ?? 1
  const to = unit.range?.to ?? 1
  if (unit.path.includes('silent') && from === 5) return say({ kind: 'done' })
  for (let number = from; number <= to; number += 1)
    say({
      kind: 'seen',
      observations: [
        {
          kind: 'page',
          place: [{ name: unit.path, page: number }],
          number: page === null ? null : number,
          looked: 0,
          whole: false,
        },
      ],
    })
  say({ kind: 'done' })
})
