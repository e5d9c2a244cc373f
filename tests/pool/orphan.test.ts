import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const childModule = fileURLToPath(new URL('./misbehaving-child.mjs', import.meta.url))
const parent = `
  import { fork } from 'node:child_process'
  const child = fork(${JSON.stringify(childModule)}, ['guarded', '1e12'], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'] })
  child.send({ kind: 'unit', turn: 1, unit: { path: 'hang.pdf' } })
  setTimeout(() => console.log(child.pid), 1500)
`
const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('a process stuck in a loop does not outlive a parent that was killed', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(run.stdout, 'data')) as [Buffer]
  const pid = Number(String(said))
  expect(lives(pid)).toBe(true)
  run.kill('SIGKILL')
  for (let waited = 0; lives(pid) && waited < 100; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
  expect(lives(pid)).toBe(false)
})
