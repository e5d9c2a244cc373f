/** Reads XML through a strict parser, which goes on after a fault and says what was wrong: no DTD, no entities, a depth limit. */
import { createRequire } from 'node:module'
import type { SaxesParser as Parser, SaxesTagNS } from 'saxes'
import type { Phrase } from '../../../types.js'
import type { Prefixes, XmlElement, XmlSink } from '../xml.js'

/** Loaded with the first XML that needs it. */
const newParser = (): Parser<{ xmlns: true; position: false }> => {
  const { SaxesParser } = createRequire(import.meta.url)('saxes') as { SaxesParser: typeof Parser }
  return new SaxesParser({ xmlns: true, position: false })
}

/** Deeper than any office program nests; keeps namespace look-ups and stacks short. */
export const MAX_DEPTH = 512
export const CHUNK = 64 * 1024

/** In steps of `CHUNK` characters. Returns `fault` or else the first thing that was wrong. */
export function* strictSteps(
  text: string,
  prefixes: Prefixes,
  sink: XmlSink,
  fault: Phrase | null,
): Generator<void, Phrase | null> {
  let first = fault
  const parser = newParser()
  const open: string[] = []
  parser.on('error', (error) => void (first ??= malformed(error)))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) first ??= { code: 'xml.doctype' }
  })
  parser.on('opentag', (tag) => {
    const name = named(prefixes, tag.uri, tag.local)
    if (open.length === MAX_DEPTH) throw new TooDeep()
    open.push(name)
    sink.open?.(elementOf(tag, name, prefixes))
  })
  const close = () => {
    const name = open.pop()!
    sink.close?.(name)
  }
  parser.on('closetag', close)
  parser.on('text', (data) => sink.text?.(data))
  parser.on('cdata', (data) => sink.text?.(data))
  try {
    for (let at = 0; at < text.length; at += CHUNK) {
      parser.write(text.slice(at, at + CHUNK))
      yield
    }
    parser.close()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    first = { code: 'xml.too-deep', args: { limit: MAX_DEPTH } }
  }
  while (open.length > 0) close()
  return first
}

class TooDeep extends Error {}

function malformed(error: Error): Phrase {
  return { code: 'xml.malformed', args: { why: error.message.replace(/^[\d:]+\s*/, '').slice(0, 80) } }
}

function named(prefixes: Prefixes, uri: string, local: string): string {
  const prefix = uri === '' ? undefined : prefixes.get(uri)
  return prefix === undefined ? local : `${prefix}:${local}`
}

function elementOf(tag: SaxesTagNS, name: string, prefixes: Prefixes): XmlElement {
  let all: Record<string, string> | undefined
  const attributes = () => {
    if (all) return all
    all = Object.create(null) as Record<string, string>
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix !== 'xmlns' && local !== 'xmlns') all[named(prefixes, uri, local)] = value
    }
    return all
  }
  return { name, local: tag.local, uri: tag.uri, attribute: (wanted) => attributes()[wanted], attributes }
}
