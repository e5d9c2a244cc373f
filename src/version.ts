/** The version in package.json, read once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from './home.js'

export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return version
}
