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
    const found = formatOf({ head, name: name.toLowerCase(), entries: [] }) ?? (await byStreams(source, head))
    const { kind, into } = found ?? { kind: 'Office', into: 'pdf' }
    yield { kind: 'gap', cause: 'unsupported', place, detail: { code: `foreign.${into}`, args: { kind } } }
  },
}

async function byStreams(source: Source, head: Uint8Array): Promise<ForeignFormat | null> {
  const { listContainer } = await import('./shared/container.js')
  const entries = await listContainer(source, head)
  return formatOf({ head, name: source.name.toLowerCase(), entries })
}

/** By its bytes; by its name only where the bytes are no text. */
function formatOf({ head, name, entries }: Probe): ForeignFormat | null {
  const start = Buffer.from(head.subarray(0, 64)).toString('latin1')
  const extension = /\.(\w{1,8})$/.exec(name)?.[1] ?? ''
  const isText = () => decodeText(head) !== null
  const found = foreignFormats.find(
    ({ magic, offset = 0, stream, named, certain }) =>
      (magic === undefined || magic.test(start.slice(offset))) &&
      (stream === undefined || entries.some((entry) => stream.test(entry))) &&
      (certain === true || (named?.split(' ').includes(extension) ?? false)),
  )
  if (!found) return null
  const isToldByNameOnly = found.magic === undefined && found.stream === undefined
  return isToldByNameOnly && (entries.length > 0 || isText()) ? null : found
}
