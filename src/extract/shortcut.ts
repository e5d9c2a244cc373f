/** Shortcuts and cloud place holders: what they say of their target is read, the target itself is a gap. */
import { at } from '../place.js'
import type { Extractor, Probe, Phrase, Source } from '../types.js'
import { shortcutTexts } from './shortcut/shell-link.js'
import { statedLine, statedPage } from './shared/stated.js'

/** [MS-SHLLINK] 2.1: header size and class identifier. */
const shellLink = '4c0000000114020000000000c000000000000046'
const startOf = (head: Uint8Array, length: number) => Buffer.from(head.subarray(0, length))

export const shortcut: Extractor = {
  format: 'shortcut',
  extensions: ['lnk', 'icloud'],
  accepts({ head }: Probe) {
    if (startOf(head, 20).toString('hex') === shellLink) return true
    const start = startOf(head, 4096).toString('latin1')
    return start.startsWith('bplist') && start.includes('NSURLFileResourceTypeKey')
  },
  async *extract(source: Source) {
    const { place } = source
    const bytes = await source.read(0, 65_536)
    const isLink = startOf(bytes, 20).toString('hex') === shellLink
    const texts = isLink ? shortcutTexts(bytes) : []
    const lines = texts.map(({ label, text }) => statedLine(text, { part: 'metadata', label }))
    if (lines.length > 0) yield { kind: 'page', page: statedPage(at(place, { part: 'metadata' }), lines) }
    const target = texts.find(({ label }) => /path/i.test(label))?.text
    const detail: Phrase = target
      ? {
          code: 'shortcut.target',
          args: { kind: '.lnk', target: target.replace(/^.*[\\/](?=.)/s, '').slice(-120) },
        }
      : isLink
        ? { code: 'shortcut.lost', args: { kind: '.lnk' } }
        : { code: 'shortcut.cloud', args: { kind: 'iCloud' } }
    yield { kind: 'gap', cause: 'unsupported', place, detail }
  },
}
