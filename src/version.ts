/** The version in package.json, read once. */
import { createRequire } from 'node:module'

export function toolVersion(): string {
  const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
  return version
}
