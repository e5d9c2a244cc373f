/** Run by `npm run docs`: writes the rule handbook and the editors’ schemas. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { home } from '../home.js'
import { generated } from './generated.js'

for (const [path, text] of await generated()) {
  await mkdir(dirname(join(home, path)), { recursive: true })
  await writeFile(join(home, path), text)
}
