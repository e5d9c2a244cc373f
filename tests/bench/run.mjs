/** Runs a command to its end and tells how long it took, what it said, and how much memory its family held. */
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { familyMemory } from './memory.mjs'

const root = new URL('../../', import.meta.url).pathname
export const secscan = [process.execPath, `${root}bin/secscan.js`]

/**
 * @typedef {{ms: number, code: number | null, stdout: string, stderr: string, peak: number}} Run `peak` in bytes,
 *   0 unless memory was watched
 * @param {string[]} command
 * @param {{keep?: boolean, watch?: boolean, env?: Record<string, string>}} [options] `keep` the output
 * @returns {Promise<Run>}
 */
export function run(command, { keep = false, watch = false, env = {} } = {}) {
  const quiet = keep ? 'pipe' : openSync('/dev/null', 'w')
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', quiet, 'pipe'],
      env: { ...process.env, ...env },
    })
    const memory = watch ? familyMemory(child.pid) : null
    let [stdout, stderr] = ['', '']
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ ms: performance.now() - start, code, stdout, stderr, peak: memory?.end() ?? 0 })
    })
  })
}

/** Milliseconds of each command, taken turn about so that both meet the same weather. */
export async function alternating(commands, times) {
  const taken = commands.map(() => [])
  for (let time = 0; time < times; time++)
    for (const [index, command] of commands.entries()) taken[index].push((await run(command)).ms)
  return taken
}
