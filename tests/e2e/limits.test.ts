import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { zipOf } from '../build-fixtures/zip.mjs'
import { bin, fixtures, report, secscan } from './run.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limits-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const put = async (name: string, bytes: Uint8Array | string) => {
  await writeFile(join(folder, name), bytes)
  return name
}
const texts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.txt`, '公开内容\n'.repeat(100)]))
function nested(levels: number): Buffer {
  let bytes = zipOf({ 'a.txt': '公开内容\n' })
  for (let level = 1; level < levels; level += 1) bytes = zipOf({ 'a.zip': bytes })
  return bytes
}

const inputs: Record<string, () => Promise<string>> = {
  '--max-bytes': () => put('a.zip', zipOf(texts(5))),
  '--max-ratio': () => put('a.zip', zipOf({ 'a.txt': Buffer.alloc(17 << 20, `${' '.repeat(1023)}\n`) })),
  '--max-parts': () => put('a.zip', zipOf(texts(5))),
  '--max-depth': () => put('a.zip', nested(5)),
  '--max-pages': async () => put('a.pdf', await readFile(join(fixtures, 'scanned-pdf/会议材料.pdf'))),
  '--max-pixels': async () => put('a.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg'))),
  '--max-memory': async () => put('a.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg'))),
}

describe('each limit is a gap that names its flag, and the flag raises it', () => {
  it.each([
    ['--max-bytes', '3000', '30000'],
    ['--max-ratio', '200', '5000'],
    ['--max-parts', '3', '10'],
    ['--max-depth', '2', '8'],
    ['--max-pages', '1', '10'],
    ['--max-pixels', '10000', '100000000'],
    ['--max-memory', '100', '1500'],
  ])('%s', async (flag, low, high) => {
    const name = await inputs[flag]!()
    const beside = await put('b.txt', '公开内容\n')
    const stopped = await report([name, beside, flag, low], { cwd: folder })
    expect(stopped.json.inputs[0]!.gaps).toMatchObject([{ cause: 'limit' }])
    expect(stopped.json.inputs[0]!.gaps[0]!.detail).toContain(flag)
    expect([stopped.code, stopped.json.inputs[1]!.verdict]).toEqual([
      stopped.json.inputs[0]!.findings.some(({ level }) => level === 'block') ? 1 : 3,
      'publish',
    ])
    const whole = await report([name, flag, high], { cwd: folder })
    expect(whole.json.inputs[0]!.gaps).toEqual([])
  })
})

describe('nothing is left behind and nothing is followed', () => {
  it('no temporary file is written, whatever is read', async () => {
    const [temp, home] = [join(folder, 'temp'), join(folder, 'home')]
    await Promise.all([mkdir(temp), mkdir(home)])
    const env = { TMPDIR: temp, TMP: temp, TEMP: temp, HOME: home, XDG_CACHE_HOME: home }
    const extract = join(fixtures, '../extract')
    const wanted = ['archive/7z', 'archive/tar-gz', 'docx/embedded-files', 'pdf/attachment', 'doc/stories'].map((each) => join(extract, each)) // prettier-ignore
    await report([...wanted, 'public-scan/通知.jpg'], { env })
    expect([await readdir(temp), await readdir(home)]).toEqual([[], []])
  })

  it('no entry of an archive is written under its own name, or any other', async () => {
    const deep = join(folder, 'a/b/c')
    await mkdir(deep, { recursive: true })
    const names = [
      '../up.txt',
      '../../up.txt',
      join(folder, 'absolute.txt'),
      'C:\\drive.txt',
      'in/plain.txt',
      'nul\0.txt',
    ]
    const bytes = zipOf(names.map((name) => [name, '秘密★3年\n'] as const))
    await writeFile(join(deep, 'a.zip'), bytes)
    const { json } = await report(['a.zip'], { cwd: deep, env: { TMPDIR: folder, HOME: folder } })
    expect(json.inputs[0]!.findings.length).toBeGreaterThan(0)
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['a', 'a/b', 'a/b/c', 'a/b/c/a.zip'].map((path) => path.replaceAll('/', sep)),
    )
  })

  it.skipIf(process.platform === 'win32')('a link is a gap, wherever it points', async () => {
    await mkdir(join(folder, 'in'))
    await put('secret.txt', '机密★10年\n')
    await symlink(join(folder, 'secret.txt'), join(folder, 'in/link.txt'))
    await symlink(join(folder, 'in'), join(folder, 'in/round'))
    const { json } = await report(['in'], { cwd: folder })
    expect(json.inputs.map(({ path, gaps }) => [path, gaps.map(({ cause }) => cause)])).toEqual([
      ['in/link.txt', ['unreadable']],
      ['in/round', ['unreadable']],
    ])
  })
})

describe.skipIf(process.platform !== 'linux')('processes', () => {
  const told = (path: string) => readFile(path, 'utf8').catch(() => '')
  /** Those that run their own program: one stopped between fork and exec would stop the process that waits for it. */
  const childrenOf = async (pid: number) => {
    const forked = (await told(`/proc/${pid}/task/${pid}/children`)).split(' ').filter(Boolean).map(Number)
    const programs = await Promise.all(forked.map((child) => told(`/proc/${child}/cmdline`)))
    return forked.filter((_, index) => programs[index]!.includes('pool/child.js'))
  }
  const lives = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  async function until<T>(look: () => Promise<T | false> | T | false): Promise<T> {
    for (;;) {
      const seen = await look()
      if (seen !== false) return seen
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  /** A process in the midst of a file has it open. */
  const holds = async (pid: number, name: string) => {
    const open = await readdir(`/proc/${pid}/fd`).catch(() => [])
    const targets = await Promise.all(open.map((one) => readlink(`/proc/${pid}/fd/${one}`).catch(() => '')))
    return targets.some((target) => target.endsWith(`/${name}`))
  }
  const start = (args: string[]) =>
    spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })

  it('one that stands still is a gap that names --timeout, and the next file is judged', async () => {
    await put('a.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg')))
    await put('b.txt', '公开内容\n')
    const run = start(['a.jpg', 'b.txt', '--jobs', '1', '--timeout', '3', '--format', 'json'])
    const [child] = await until(async () => {
      const found = await childrenOf(run.pid!)
      return found.length > 0 && found
    })
    process.kill(child!, 'SIGSTOP')
    const chunks: Buffer[] = []
    for await (const chunk of run.stdout) chunks.push(chunk as Buffer)
    const told = JSON.parse(Buffer.concat(chunks).toString()) as Awaited<ReturnType<typeof report>>['json']
    expect(told.inputs.map(({ verdict }) => verdict)).toEqual(['block', 'publish'])
    expect(told.inputs[0]!.gaps).toMatchObject([{ cause: 'timeout' }])
    expect(told.inputs[0]!.gaps[0]!.detail).toContain('--timeout')
  })

  it('one that is killed is a gap, the next file is judged, and nothing of it is left on the disk', async () => {
    const temp = join(folder, 'temp')
    await mkdir(temp)
    await put('a.zip', zipOf([['../../out.txt', '公开内容\n'], [join(folder, 'absolute.txt'), '公开内容\n'], ['b.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg'))]])) // prettier-ignore
    await put('b.txt', '公开内容\n')
    const args = [bin, 'a.zip', 'b.txt', '--jobs', '1', '--format', 'json']
    const env = { ...process.env, TMPDIR: temp }
    const run = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
    const child = await until(async () => {
      const found = await childrenOf(run.pid!)
      const busy = await Promise.all(found.map(async (pid) => ((await holds(pid, 'a.zip')) ? pid : null)))
      return busy.find((pid) => pid !== null) ?? false
    })
    process.kill(child, 'SIGKILL')
    const chunks: Buffer[] = []
    for await (const chunk of run.stdout) chunks.push(chunk as Buffer)
    const told = JSON.parse(Buffer.concat(chunks).toString()) as Awaited<ReturnType<typeof report>>['json']
    expect(told.inputs.map(({ verdict }) => verdict)).toEqual(['block', 'publish'])
    expect(told.inputs[0]!.gaps).toMatchObject([{ cause: 'crashed' }])
    expect([(await readdir(folder)).sort(), await readdir(temp)]).toEqual([['a.zip', 'b.txt', 'temp'], []])
  })

  it('none outlives a run that was killed, and no half report stays for good', async () => {
    await put('a.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg')))
    const run = start(['a.jpg', '--output', 'report.json'])
    const children = await until(async () => {
      const found = await childrenOf(run.pid!)
      return found.length > 0 && (await readdir(folder)).some((name) => name.startsWith('.secscan')) && found
    })
    run.kill('SIGKILL')
    await until(() => children.every((pid) => !lives(pid)))
    await secscan(['a.jpg', '--output', 'report.json', '--ocr', 'off'], { cwd: folder })
    expect((await readdir(folder)).sort()).toEqual(['a.jpg', 'report.json'])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('%s takes the half report away', async (signal) => {
    await put('a.jpg', await readFile(join(fixtures, 'public-scan/通知.jpg')))
    const run = start(['a.jpg', '--output', 'report.json'])
    await until(async () => (await readdir(folder)).some((name) => name.startsWith('.secscan')))
    run.kill(signal)
    await new Promise((resolve) => run.on('close', resolve))
    expect(run.signalCode).toBe(signal)
    expect(await readdir(folder)).toEqual(['a.jpg'])
  })
})
