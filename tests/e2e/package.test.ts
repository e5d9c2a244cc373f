/** What npm packs, used from outside: installed with its run-time dependencies alone, as a library with types and as a command. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { home } from '../../src/home.js'

const said = promisify(execFile)
const installed = join(home, 'node_modules')
let outside = ''

const program = `
import { addToTally, begin, emptyTally, endingOf, exitCode, factsOf, nameInputs, openRun, settingsFor } from 'secscan'
import type { Host, Judged, PerFile, PlainReporter, Quoted, Report, Run, Sink } from 'secscan'

const settings = await settingsFor({ ocr: 'off', jobs: 1 }, { cwd: process.cwd(), env: {} })
const host: Host = { now: () => new Date('2026-05-01T00:00:00Z') }
const run: Run = await openRun(settings, host)
const written: string[] = []
const sink: Sink = { write: async (text) => void written.push(text), colour: false, columns: 80, quiet: false }
const plain: PlainReporter = {
  name: 'plain', suffix: 'txt', quotes: false, pictures: false,
  begin: async (facts, to): Promise<Report<Judged>> => ({
    add: ({ verdict, inspection }) => to.write(\`\${inspection.source[0].name} \${verdict.decision}\\n\`),
    end: ({ tally }) => to.write(\`\${facts.rules.size > 0} \${tally.blocked}\\n\`),
  }),
}
try {
  const { inputs, missing } = await nameInputs(['文件'], process.cwd())
  const report = await begin(plain, factsOf(run, { lang: 'en', several: true, missing }), sink)
  const how: PerFile = { day: '2026-05-01', organs: [], reveal: false }
  let tally = emptyTally
  for await (const quoted of run.scan(inputs, how)) {
    const known: Quoted = quoted
    // @ts-expect-error facts hold no text
    void known.inspection.findings[0]?.quote
    tally = addToTally(tally, known, false)
    await report.add(known)
  }
  await report.end(endingOf(run, tally, []))
  console.log(JSON.stringify({ written, code: exitCode(tally, false) }))
} finally {
  run.close()
}
`

async function install(): Promise<void> {
  const { stdout } = await said('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', outside], { cwd: home }) // prettier-ignore
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  const folder = join(outside, 'node_modules/secscan')
  await mkdir(folder, { recursive: true })
  await said('tar', ['-xzf', join(outside, filename), '-C', folder, '--strip-components', '1'])
  const { dependencies, optionalDependencies } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), '@types/node']) {
    await mkdir(dirname(join(outside, 'node_modules', name)), { recursive: true })
    await symlink(join(installed, name), join(outside, 'node_modules', name), 'dir')
  }
}

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'secscan-outside-'))
  await install()
  const options = { strict: true, target: 'es2023', module: 'nodenext', types: ['node'], skipLibCheck: false }
  await writeFile(
    join(outside, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
  )
  await writeFile(join(outside, 'package.json'), '{ "type": "module" }')
  await writeFile(join(outside, 'program.ts'), program)
  await mkdir(join(outside, '文件'))
  await writeFile(join(outside, '文件/a.txt'), '机密★10年\n关于调整作息时间的通知\n')
  await cp(join(home, 'fixtures/scan/public-pdf/公告.pdf'), join(outside, '文件/公告.pdf'))
}, 120_000)
afterAll(() => rm(outside, { recursive: true, force: true }))

it('is a library with types: a program against them compiles, and judges as the command does', async () => {
  await said(join(installed, '.bin/tsc'), ['-p', '.'], { cwd: outside }).catch(({ stdout }) => {
    throw new Error(stdout)
  })
  const { stdout } = await said(process.execPath, ['program.js'], { cwd: outside })
  const { written, code } = JSON.parse(stdout)
  expect(written).toEqual(['文件/a.txt block\n', '文件/公告.pdf publish\n', 'true 1\n'])
  expect(code).toBe(1)
})

const command = (...args: readonly string[]) =>
  said(process.execPath, ['node_modules/secscan/bin/secscan.js', '--lang', 'en', ...args], { cwd: outside })

it('is a command that finds its rules, and blocks', async () => {
  const blocked = (await command('--ocr', 'off', '文件/a.txt').catch((error: unknown) => error)) as {
    code: number
    stdout: string
  }
  expect([blocked.code, blocked.stdout]).toEqual([1, expect.stringContaining('机密★10年')])
})

it('carries what its commands need: the analysis of patterns, canaries, fonts', async () => {
  await command('rules', 'new', 'own-code', 'own')
  const { stdout } = await command('rules', 'test', 'own').catch((error: { stdout: string }) => error)
  expect(stdout).toContain('own-code')
  const checked = await command('doctor', '--ocr', 'off').catch((error: { stdout: string }) => error)
  for (const canary of ['draws the text of a PDF without its fonts', 'stops a zip bomb'])
    expect(checked.stdout).toContain(`√ ${canary}`)
}, 120_000)
