/** Word documents (.docx, .docm, .dotx, .wps saved as Office Open XML): every text in the package, seen or not. */
import type { Extractor, Probe } from '../types.js'

const extensions = ['docx', 'docm', 'dotx', 'dotm', 'wps', 'wpt']

export const docx: Extractor = {
  format: 'docx',
  extensions,
  accepts(probe) {
    if (probe.entries.length === 0) return isCutOff(probe)
    const entries = probe.entries.map((entry) => entry.toLowerCase())
    return entries.includes('[content_types].xml') && entries.some((entry) => entry.startsWith('word/'))
  },
  async *extract(source, work) {
    const { readDocx } = await import('./docx/read.js')
    yield* readDocx(source, work)
  },
}

/** A ZIP whose directory cannot be read, named like a Word document: damaged, not unknown. */
function isCutOff({ head, name }: Probe): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
  return isZip && extensions.some((extension) => name.endsWith(`.${extension}`))
}
