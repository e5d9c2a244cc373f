/** Formats nobody can open offline: named by their first bytes, with what to convert them into. */
import type { Extractor, Probe, Source } from '../types.js'
import { decodeText } from './shared/charset.js'
import { foreignFormats, type ForeignFormat } from './foreign/formats.js'

export const foreign: Extractor = {
  format: 'foreign',
  extensions: [],
  accepts: (probe) => formatOf(probe) !== null,
  async *extract(source: Source) {
    const head = await source.read(0, 8192)
    const { place, name } = source
    const found = formatOf({ head, name: name.toLowerCase(), entries: [] })
    const { kind, into } = found ?? { kind: extensionOf(name), into: 'pdf' }
    yield { kind: 'gap', cause: 'unsupported', place, detail: { code: `foreign.${into}`, args: { kind } } }
  },
}

/** By its bytes; by its name only where the bytes are no text. */
function formatOf({ head, name, entries }: Probe): ForeignFormat | null {
  const start = Buffer.from(head.subarray(0, 64)).toString('latin1')
  const extension = extensionOf(name.toLowerCase())
  const isText = () => decodeText(head) !== null
  const found = foreignFormats.find(
    ({ magic, offset = 0, named, certain }) =>
      (magic === undefined || magic.test(start.slice(offset))) &&
      (certain === true || (named?.split(' ').includes(extension) ?? false)),
  )
  if (!found) return null
  const isToldByNameOnly = found.magic === undefined
  return isToldByNameOnly && (entries.length > 0 || isText()) ? null : found
}

const extensionOf = (name: string): string => /\.(\w{1,8})$/.exec(name)?.[1] ?? ''
