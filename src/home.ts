/** Where the package lies, told from wherever the build has put this line. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the folder that holds package.json, rules and dist. */
export const home = homeOf(dirname(fileURLToPath(import.meta.url)))

function homeOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : homeOf(dirname(folder))
}
