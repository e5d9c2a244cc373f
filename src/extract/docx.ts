/** Word documents (.docx, .docm, .dotx, .wps saved as Office Open XML): every text in the package, seen or not. */
import type { Extractor, Probe } from '../types.js'

const extensions = ['docx', 'docm', 'dotx', 'dotm', 'wps', 'wpt']

export const docx: Extractor = {
  format: 'docx',
  extensions,
  accepts(probe) {
    if (probe.entries.length === 0) return isNamedWord(probe)
    const entries = probe.entries.map((entry) => entry.toLowerCase())
    if (!entries.includes('[content_types].xml')) return false
    const holds = (folder: string) => entries.some((entry) => entry.startsWith(folder))
    return holds('word/') || (isNamedWord(probe) && !holds('xl/') && !holds('ppt/'))
  },
  async *extract(source, work) {
    const { readDocx } = await import('./docx/read.js')
    yield* readDocx(source, work)
  },
}

/** A ZIP whose directory cannot be read or tells too little, named like a Word document: damaged, not unknown. */
function isNamedWord({ head, name }: Probe): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
  return isZip && extensions.some((extension) => name.endsWith(`.${extension}`))
}
