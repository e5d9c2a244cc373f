/** The command itself over many files, a few hundred a call, and what it said of each. */
import { resolve } from 'node:path'
import { run, secscan } from '../run.mjs'

const perCall = 200
/** Exams of 2027 and later are still to come on this day; years that have passed stay passed. */
export const today = '2026-03-01'

/**
 * @typedef {{findings: any[], gaps: any[], verdict: string, needsReview: number}} Said one input of the JSON report
 * @param {string[]} paths
 * @param {string[]} [command] another build of the command to be scored
 * @returns {Promise<Map<string, Said>>} by path
 */
export async function saidOf(paths, command = secscan) {
  const said = new Map()
  for (let from = 0; from < paths.length; from += perCall) {
    const some = paths.slice(from, from + perCall)
    const done = await run([...command, '--format', 'json', '--today', today, ...some], { keep: true })
    const { inputs } = reportOf(done)
    if (inputs.length !== some.length)
      throw new Error(`${some.length} files given, ${inputs.length} reported`)
    for (const input of inputs) said.set(resolve(input.path), input)
    console.error(`  ${from + some.length} of ${paths.length} read in ${Math.round(done.ms / 1000)} s`)
  }
  return said
}

function reportOf({ stdout, stderr, code }) {
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`no report, exit code ${code}: ${stderr.slice(0, 400)}`)
  }
}
