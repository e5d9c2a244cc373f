/** Runs a command to its end and tells how long it took, what it said, and how much memory its family held. */
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { familyMemory } from './memory.mjs'

const root = new URL('../../', import.meta.url).pathname
export const secscan = [process.execPath, `${root}bin/secscan.js`]

/** bash's `time` tells processor seconds of the command and all it waited for; a busy machine stretches only the wall. */
const timed = ['bash', '-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'timed']

/**
 * @typedef {object} Run
 * @property {number} ms wall time, start included
 * @property {number} cpu processor time in ms, all processes
 * @property {number | null} code
 * @property {string} stdout empty unless kept
 * @property {string} stderr
 * @property {number} peak bytes; 0 unless memory was watched
 *
 * @param {string[]} command
 * @param {{keep?: boolean, watch?: boolean}} [options] `keep` the output, `watch` memory
 * @returns {Promise<Run>}
 */
export function run(command, { keep = false, watch = false } = {}) {
  const quiet = keep ? 'pipe' : openSync('/dev/null', 'w')
  const [shell, ...words] = [...timed, ...command]
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(shell, words, { stdio: ['ignore', quiet, 'pipe'] })
    const memory = watch ? familyMemory(child.pid) : null
    let [stdout, stderr] = ['', '']
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (!keep) closeSync(quiet)
      const [, user = 0, system = 0] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? []
      const cpu = (Number(user) + Number(system)) * 1000
      resolve({ ms: performance.now() - start, cpu, code, stdout, stderr, peak: memory?.end() ?? 0 })
    })
  })
}

/** Runs of each command, taken turn about so that all meet the same weather. @returns {Promise<Run[][]>} */
export async function alternating(commands, times) {
  const runs = commands.map(() => [])
  for (let time = 0; time < times; time++)
    for (const [index, command] of commands.entries()) runs[index].push(await run(command))
  return runs
}
