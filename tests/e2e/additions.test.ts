/** CONTRIBUTING's table, done: each new thing is one file and its line in an index, built without types, and works in the command. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { home } from '../../src/home.js'

const said = promisify(execFile)
let copy = ''

/** Each of the new files by its path, with the index it is listed in, what stands there and what takes its place. */
const additions: readonly Addition[] = [
  {
    file: 'src/extract/punched.ts',
    text: `/** Tape: one line of text after a line that says so. */
import { statedLine } from './shared/stated.js'
import type { Extractor } from '../types.js'
export const punched: Extractor = {
  format: 'punched',
  extensions: ['tape'],
  accepts: ({ head }) => new TextDecoder().decode(head).startsWith('TAPE\\n'),
  async *extract(source) {
    const text = new TextDecoder().decode((await source.bytes()).subarray(5))
    yield { kind: 'page', page: { place: source.place, lines: [statedLine(text)], marks: [], reading: 'stated', number: 1, of: 1 } }
  },
}
`,
    index: 'src/extract/index.ts',
    lines: [
      ["import { pdf } from './pdf.js'", "import { punched } from './punched.js'"],
      ['  pdf,', '  punched,'],
    ],
  },
  {
    file: 'rules/core/project-crane.yaml',
    text: `id: project-crane
family: pattern
level: block
title: { zh: 代号, en: code name }
why: { zh: 代号不公开, en: code names are not public }
advice: internal-mark
pattern: 'CRANE-[0-9]{4}'
keywords: 'CRANE-'
examples: { hit: [CRANE-1234], miss: [CRANE] }
`,
    index: 'rules/index.yaml',
    lines: [['      - core/state-secret-mark.yaml', '      - core/project-crane.yaml']],
  },
  {
    file: 'src/report/lamp.ts',
    text: `/** One word a file. */
import type { PlainReporter } from './reporter.js'
export const lamp: PlainReporter = {
  name: 'lamp',
  suffix: 'txt',
  quotes: false,
  pictures: false,
  begin: async (_facts, sink) => ({
    add: ({ verdict, inspection }) =>
      sink.write(\`\${verdict.decision} \${inspection.documents.map(({ format }) => format)} \${inspection.findings.map(({ rule }) => rule).sort()}\\n\`),
    end: async () => undefined,
  }),
}
`,
    index: 'src/report/index.ts',
    lines: [
      [
        "  json: () => import('./json.js').then(({ json }) => json),",
        "  lamp: () => import('./lamp.js').then(({ lamp }) => lamp),",
      ],
    ],
  },
  {
    file: 'src/see/ocr/oracle.ts',
    text: `/** Reads the same line in every picture. */
import type { OcrEngine } from '../../types.js'
export const oracle: OcrEngine = {
  name: 'oracle',
  backends: ['dice'],
  modelFiles: () => [],
  open: async () => ({
    backend: 'dice',
    model: 'none',
    read: async () => ({ lines: [{ text: '关于报送CRANE-4711的通知', box: [60, 300, 400, 24], confidence: 0.99 }], turned: 0, illegible: [] }),
    close: async () => undefined,
  }),
}
`,
    index: 'src/see/ocr/index.ts',
    lines: [
      [
        "  tesseract: () => import('./tesseract.js').then(({ tesseract }) => tesseract),",
        "  oracle: () => import('./oracle.js').then(({ oracle }) => oracle),",
      ],
    ],
  },
  {
    file: 'src/see/marks/seen.ts',
    text: `/** Sees a mosaic wherever it looks. */
import type { MarkDetector } from './detector.js'
export const seen: MarkDetector = {
  kind: 'mosaic',
  detect: () => [{ kind: 'mosaic', box: [200, 500, 160, 40], confidence: 1, tells: ['tiles'] }],
}
`,
    index: 'src/see/marks/index.ts',
    lines: [
      ["import { tiles } from './tiles.js'", "import { seen } from './seen.js'"],
      ['export const detectors: readonly MarkDetector[] = [', 'seen, ', 'behind'],
    ],
  },
  {
    file: 'src/cli/commands/greet.ts',
    text: `/** \`secscan greet NAME\`. */
import type { Command } from './command.js'
export const greet: Command = async ({ words, print }) => {
  await print(\`hello \${words.join(' ')}\\n\`)
  return 0
}
`,
    index: 'src/cli/commands/index.ts',
    lines: [
      [
        'export const commandLines: readonly CommandLine[] = [',
        "  { words: ['greet'], usage: { zh: 'secscan greet 名称', en: 'secscan greet NAME' }, help: { zh: '问候', en: 'says hello' }, load: () => import('./greet.js').then(({ greet }) => greet) },",
      ],
    ],
  },
]

interface Addition {
  readonly file: string
  readonly text: string
  readonly index: string
  /** What is put below the line that is there; \`behind\`: right behind it, on its line. */
  readonly lines: readonly (readonly [after: string, added: string, where?: 'behind'])[]
}

async function add({ file, text, index, lines }: Addition): Promise<void> {
  await writeFile(join(copy, file), text)
  let listed = await readFile(join(copy, index), 'utf8')
  for (const [after, added, where] of lines) {
    if (listed.split(after).length !== 2) throw new Error(`${index} has not exactly one ${after}`)
    listed = listed.replace(after, where ? `${after}${added}` : `${after}\n${added}`)
  }
  await writeFile(join(copy, index), listed)
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'secscan-additions-'))
  for (const part of ['src', 'bin', 'rules', 'package.json'])
    await cp(join(home, part), join(copy, part), { recursive: true })
  await symlink(join(home, 'node_modules'), join(copy, 'node_modules'), 'dir')
  for (const addition of additions) await add(addition)
  const { scripts } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const [program, ...flags] = scripts.bundle.split(' ')
  await said(join(home, 'node_modules/.bin', program), flags, { cwd: copy })
  await writeFile(join(copy, '代号.tape'), 'TAPE\nCRANE-2041')
  const paper = { width: 600, height: 850, channels: 3 as const, background: 'white' }
  await sharp({ create: paper }).png().toFile(join(copy, '图.png'))
}, 60_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

async function secscan(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' }
  return said(process.execPath, ['bin/secscan.js', '--lang', 'en', ...args], { cwd: copy, env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  )
}

it('a format is read, its rule finds, its reporter tells', async () => {
  const { code, stdout } = await secscan('--format', 'lamp', '--jobs', '1', '代号.tape')
  expect(stdout).toBe('block punched project-crane\n')
  expect(code).toBe(1)
})

it('an engine reads pictures, and a detector sees in them', async () => {
  const { code, stdout } = await secscan('--format', 'lamp', '--jobs', '1', '--ocr', 'oracle', '图.png')
  expect(stdout).toBe('block picture project-crane,redacted-area\n')
  expect(code).toBe(1)
})

it('a command is obeyed, and the help knows all of them', async () => {
  expect(await secscan('greet', 'world')).toMatchObject({ code: 0, stdout: 'hello world\n' })
  const { stdout } = await secscan('--help')
  expect(stdout).toContain('secscan greet NAME')
  expect(stdout).toMatch(/--format \S*lamp/)
  expect(stdout).toMatch(/--ocr \S*oracle/)
})

it('a rule proves its own examples', async () => {
  expect((await secscan('rules', 'explain', 'project-crane')).stdout).toContain('CRANE-1234')
})
