/** Other programs for the same work, installed in a folder of their own; without a network there is none. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionOf } from '../machine.mjs'

const packages = [
  'secretlint@10.2.2',
  '@secretlint/secretlint-rule-preset-recommend@10.2.2',
  'officeparser@5.2.2',
]

const parserScript = `
const { parseOfficeAsync } = require('officeparser')
const { readdirSync } = require('node:fs')
const folder = process.argv[2]
;(async () => {
  for (const name of readdirSync(folder)) process.stdout.write((await parseOfficeAsync(folder + '/' + name)).length + '\\n')
})()
`

/** @returns {{ secretlint: string[] | null, officeparser: string[] | null, pdftotext: string[] | null }} what to put before a path */
export function peers() {
  const home = join(tmpdir(), 'secscan-speed-peers')
  const pdftotext = versionOf('which', ['pdftotext']) ? ['pdftotext'] : null
  if (!installed(home)) return { secretlint: null, officeparser: null, pdftotext }
  return {
    secretlint: [
      process.execPath,
      join(home, 'node_modules/secretlint/bin/secretlint.js'),
      '--secretlintrc',
      join(home, '.secretlintrc.json'),
    ],
    officeparser: [process.execPath, join(home, 'parse.cjs')],
    pdftotext,
  }
}

function installed(home) {
  if (existsSync(join(home, 'parse.cjs'))) return true
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: home, stdio: 'ignore' })
  } catch {
    return false
  }
  writeFileSync(
    join(home, '.secretlintrc.json'),
    '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }',
  )
  writeFileSync(join(home, 'parse.cjs'), parserScript)
  return true
}
