/** Installed where there is no network, on a Node that is too old, and where native libraries do not load. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { home } from '../../src/home.js'

const said = promisify(execFile)
const installed = join(home, 'node_modules')
const nowhere = 'http://127.0.0.1:9'
/** Whoever asks a host, asks where nobody answers. */
const cut = {
  ...process.env,
  npm_config_registry: nowhere,
  npm_config_proxy: nowhere,
  npm_config_https_proxy: nowhere,
  npm_config_fetch_retries: '0',
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  GLOBAL_AGENT_HTTP_PROXY: nowhere,
  GLOBAL_AGENT_HTTPS_PROXY: nowhere,
}
let scratch = ''

beforeAll(async () => {
  await mkdir(join(home, 'tests/.scratch'), { recursive: true })
  scratch = await mkdtemp(join(home, 'tests/.scratch/install-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
const run = (file: string, args: readonly string[], cwd: string): Promise<Ended> =>
  said(file, args, { cwd, env: cut, maxBuffer: 1 << 24 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
  )

async function packed(): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch]
  const { stdout } = await said('npm', args, { cwd: home })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return join(scratch, filename)
}

describe.skipIf(process.platform !== 'linux')('without a network', () => {
  it('installs from its tarball, runs every install script, and works', async () => {
    const project = join(scratch, 'project')
    await mkdir(project)
    await writeFile(join(project, 'package.json'), '{ "private": true }')
    await said('cp', ['-al', installed, join(project, 'node_modules')])
    await rm(join(project, 'node_modules/.package-lock.json'), { force: true })
    const native = join(project, 'node_modules/onnxruntime-node/bin')
    for (const file of await readdir(native, { recursive: true }))
      if (file.includes('_providers_')) await rm(join(native, file))
    const args = ['install', '--no-save', '--offline', '--no-audit', '--no-fund', await packed()]
    const fresh = await run('npm', args, project)
    expect([fresh.code, fresh.stderr]).toEqual([0, expect.not.stringContaining('secscan: ')])
    const rebuilt = await run('npm', ['rebuild', 'secscan', 'onnxruntime-node'], project)
    expect([rebuilt.code, rebuilt.stderr]).toEqual([0, expect.not.stringContaining('ECONNREFUSED')])
    const command = join(project, 'node_modules/.bin/secscan')
    const checked = await run(command, ['doctor', '--format', 'json', '--lang', 'en'], project)
    expect(JSON.parse(checked.stdout)).toMatchObject({
      ok: true,
      ocr: { backend: 'onnxruntime-node' },
      pictures: 'native',
    })
  }, 240_000)

  it('leaves nothing of the clone to npm that npm does not know', async () => {
    const { stdout } = await said('tar', ['-tzf', await packed()])
    expect(stdout).toContain('package/scripts/before-install.cjs')
    expect(stdout).not.toContain('.npmrc')
  })
})

it.each(['12.22.0', '18.20.4', '20.11.1'])(
  'Node %s is told in one line, in both languages',
  async (version) => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
    const first = join(scratch, 'older.cjs')
    await writeFile(first, older)
    const { code, stdout, stderr } = await run(
      process.execPath,
      ['--require', first, join(home, 'bin/secscan.js'), '--version'],
      home,
    )
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1])
    for (const words of [version, '20.12', '太旧', 'too old']) expect(stderr).toContain(words)
  },
)

/** A copy of what is installed in which sharp is another. */
async function installedWith(name: string, sharp: (folder: string) => Promise<void>): Promise<string> {
  const root = join(scratch, name)
  const modules = join(root, 'node_modules')
  await mkdir(modules, { recursive: true })
  for (const part of ['bin', 'dist', 'rules', 'vendor', 'fixtures/doctor', 'package.json'])
    await cp(join(home, part), join(root, part), { recursive: true })
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    readonly [kind: string]: Readonly<Record<string, string>>
  }
  for (const dependency of Object.keys({
    ...manifest['dependencies'],
    ...manifest['optionalDependencies'],
  })) {
    if (dependency === 'sharp' || dependency.startsWith('@img/')) continue
    await mkdir(dirname(join(modules, dependency)), { recursive: true })
    await symlink(join(installed, dependency), join(modules, dependency), 'dir')
  }
  await sharp(modules)
  return root
}

const scan = (root: string, ...args: readonly string[]) =>
  run(process.execPath, [join(root, 'bin/secscan.js'), ...args], root)

/** As a loader says it of a library that is not there or is not of this machine. */
const LOST =
  'throw Object.assign(new Error("libvips-cpp.so: cannot open shared object file"), { code: "ERR_DLOPEN_FAILED" })'

const broken = async (modules: string) => {
  await mkdir(join(modules, 'sharp'))
  await writeFile(join(modules, 'sharp/package.json'), '{ "name": "sharp", "main": "index.cjs" }')
  await writeFile(join(modules, 'sharp/index.cjs'), LOST)
}

it('a library for pictures that does not load is told as such, not as damaged pictures', async () => {
  const root = await installedWith('broken', broken)
  const picture = join(home, 'fixtures/doctor/scan.jpg')
  const { code, stdout } = await scan(root, picture, '--lang', 'zh')
  expect([code, stdout]).toEqual([3, expect.stringContaining('图片组件没有装好')])
  expect(stdout).not.toContain('损坏')
  const checked = await scan(root, 'doctor', '--lang', 'zh')
  expect([checked.code, checked.stdout]).toEqual([2, expect.stringContaining('图片组件装载不了')])
  expect(checked.stdout).toContain('图片组件没有装好')
  const text = join(scratch, 'a.txt')
  await writeFile(text, '关于调整作息时间的通知\n')
  expect((await scan(root, text, '-o', join(scratch, 'a.html'))).code).toBe(0)
}, 120_000)

it('where the native build of it does not load, the WebAssembly one reads the same', async () => {
  const root = await installedWith('wasm', async (modules) => {
    for (const name of ['sharp', '@img/sharp-wasm32', '@img/colour', 'detect-libc', 'semver'])
      await cp(join(installed, name), join(modules, name), { recursive: true })
    const native = join(modules, `@img/sharp-${process.platform}-${process.arch}`)
    await mkdir(native)
    await writeFile(join(native, 'package.json'), '{ "exports": { "./sharp.node": "./index.cjs" } }')
    await writeFile(join(native, 'index.cjs'), LOST)
  })
  const checked = await scan(root, 'doctor', '--format', 'json')
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, pictures: 'wasm' })
}, 120_000)
