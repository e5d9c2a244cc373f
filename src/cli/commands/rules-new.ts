/** `secscan rules new ID [DIR]`: a rule to start from, printed, or written into a folder and listed there. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '../../errors.js'
import { say } from '../../phrases/index.js'
import { indexTemplate, listedIn, ruleTemplate } from '../../ruleset/template.js'
import { localDay } from '../../run/day.js'
import type { Command } from './command.js'

export const newRule: Command = async ({ words, lang, cwd, print }) => {
  const [id, folder] = words
  if (id === undefined)
    throw new UsageError({ code: 'cli.needs-word', args: { usage: 'rules new ID [DIR]' } })
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new UsageError({ code: 'rules.bad-id', args: { id } })
  if (folder === undefined) {
    await print(ruleTemplate(id))
    return 0
  }
  const args = { file: join(folder, `${id}.yaml`), index: join(folder, 'index.yaml'), folder }
  await writeRule(id, resolve(cwd, folder), args.file)
  await print(`${say({ code: 'rules.new-written', args }, lang)}\n`)
  return 0
}

async function writeRule(id: string, folder: string, shown: string): Promise<void> {
  const failed = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EEXIST') throw new UsageError({ code: 'rules.new-exists', args: { file: shown } })
    throw new UsageError({
      code: 'cli.output-failed',
      args: { path: shown, why: error.code ?? error.message },
    })
  }
  await mkdir(folder, { recursive: true }).catch(failed)
  await writeFile(join(folder, `${id}.yaml`), ruleTemplate(id), { flag: 'wx' }).catch(failed)
  const path = join(folder, 'index.yaml')
  const index = await readFile(path, 'utf8').catch(() => indexTemplate(localDay(new Date())))
  await writeFile(path, listedIn(index, `${id}.yaml`)).catch(failed)
}
