import { Buffer } from 'node:buffer'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Input, nameInputs as named } from '../../src/inputs/index.js'

/** All inputs at once, as a small folder allows. */
async function nameInputs(args: readonly string[], cwd: string) {
  const found = await named(args, cwd)
  const inputs: Input[] = []
  for await (const input of found.inputs) inputs.push(input)
  return { ...found, inputs }
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('what the user named', () => {
  it('takes an existing file literally even when its name looks like a pattern', async () => {
    await writeFile(join(folder, '通知(内部)[1].txt'), 'x')
    await writeFile(join(folder, '通知内部1.txt'), 'x')
    const named = await nameInputs(['通知(内部)[1].txt'], folder)
    expect(named.inputs.map(({ path }) => path)).toEqual(['通知(内部)[1].txt'])
  })

  it('expands a pattern only when no such file exists', async () => {
    await writeFile(join(folder, 'b.txt'), 'x')
    await writeFile(join(folder, 'a.txt'), 'x')
    const named = await nameInputs(['*.txt'], folder)
    expect(named.inputs.map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
  })

  it('tells what is missing and names each file once', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    const named = await nameInputs(['a.txt', './a.txt', 'none.pdf'], folder)
    expect(named.inputs).toHaveLength(1)
    expect(named.missing).toEqual(['none.pdf'])
  })

  it('walks a folder in a stable order, hidden files included, version control listed as left out', async () => {
    await mkdir(join(folder, '发布', '.git'), { recursive: true })
    await writeFile(join(folder, '发布', '.git', 'config'), 'x')
    await writeFile(join(folder, '发布', '.hidden.txt'), 'x')
    await writeFile(join(folder, '发布', '乙.txt'), 'x')
    const named = await nameInputs(['发布'], folder)
    expect(named.inputs.map(({ path, posting }) => [path, posting])).toEqual([
      ['发布/.hidden.txt', '发布'],
      ['发布/乙.txt', '发布'],
    ])
    expect(named.excluded).toEqual([{ path: '发布/.git' }])
  })

  it('never follows a link inside a folder, and never loses it', async () => {
    await writeFile(join(folder, 'outside.txt'), 'x')
    await mkdir(join(folder, 'in'))
    await symlink(join(folder, 'outside.txt'), join(folder, 'in', 'link.txt'))
    const named = await nameInputs(['in'], folder)
    expect(named.inputs).toMatchObject([{ path: 'in/link.txt', refused: 'link' }])
  })

  it.skipIf(process.platform !== 'linux')('opens files whose names are GBK bytes', async () => {
    const raw = Buffer.concat([
      Buffer.from(`${folder}/`),
      Buffer.from([0xcd, 0xa8, 0xd6, 0xaa]),
      Buffer.from('.txt'),
    ])
    await writeFile(raw, 'x')
    await writeFile(join(folder, 'other.txt'), 'x')
    const named = await nameInputs(['.'], folder)
    expect(named.inputs.map(({ path }) => path).sort()).toEqual(['other.txt', '通知.txt'])
    expect(named.inputs.find(({ path }) => path === '通知.txt')?.file).toEqual(raw)
  })

  it('inspects once what is named and also lies in a folder that is named', async () => {
    await mkdir(join(folder, 'in'))
    await writeFile(join(folder, 'in', 'a.txt'), 'x')
    const paths = async (...args: string[]) => (await nameInputs(args, folder)).inputs.map(({ path }) => path)
    expect(await paths('in', 'in/a.txt')).toEqual(['in/a.txt'])
    expect(await paths('in/a.txt', 'in')).toEqual(['in/a.txt'])
    expect(await paths('in', './in/')).toEqual(['in/a.txt'])
  })

  it('lists nothing where there is nothing', async () => {
    expect((await nameInputs(['.'], folder)).inputs).toEqual([])
  })
})
