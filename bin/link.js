/** Run by the build: lets `npx secscan` find the command inside its own clone, where npm links only dependencies. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url))
mkdirSync(folder, { recursive: true })
if (process.platform === 'win32')
  writeFileSync(`${folder}secscan.cmd`, '@node "%~dp0..\\..\\bin\\secscan.js" %*\r\n')
else {
  rmSync(`${folder}secscan`, { force: true })
  symlinkSync('../../bin/secscan.js', `${folder}secscan`)
}
