/** A ZIP whose directory cannot be read, named like one of our formats: damaged, not unknown. */
import type { Probe } from '../../../types.js'

export function isCutOff({ head, name, entries }: Probe, extensions: readonly string[]): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
  return isZip && entries.length === 0 && extensions.some((extension) => name.endsWith(`.${extension}`))
}
