/** Namespaces in force at one place of an XML document, and the names they give (Namespaces in XML 1.0). */
import type { Prefixes } from '../xml.js'
import { isNameStart } from './letters.js'
import type { StartTag } from './start-tag.js'

export interface XmlName {
  /** As `XmlElement.name`. */
  readonly name: string
  readonly local: string
  readonly uri: string
}

const XML = 'http://www.w3.org/XML/1998/namespace'
const reserved = /^http:\/\/www\.w3\.org\/(XML\/1998\/namespace|2000\/xmlns)/

export class XmlScope {
  readonly #uris: ReadonlyMap<string, string>
  readonly #prefixes: Prefixes
  readonly #elements = new Map<string, XmlName | null>()
  readonly #attributes = new Map<string, XmlName | null>()

  constructor(prefixes: Prefixes, uris: ReadonlyMap<string, string> = new Map([['xml', XML]])) {
    this.#prefixes = prefixes
    this.#uris = uris
  }

  /** Null: a declaration that is not allowed. */
  within(tag: StartTag): XmlScope | null {
    const uris = new Map(this.#uris)
    const seen = new Set<string>()
    for (const [index, name] of tag.names.entries()) {
      if (!isDeclaration(name)) continue
      const prefix = name.slice(6)
      const uri = tag.value(index).trim()
      if (seen.has(prefix) || prefix === 'xml' || prefix === 'xmlns' || reserved.test(uri)) return null
      if (name !== 'xmlns' && (uri === '' || prefix === '' || prefix.includes(':'))) return null
      seen.add(prefix)
      uris.set(prefix, uri)
    }
    return new XmlScope(this.#prefixes, uris)
  }

  /** Null: its prefix means nothing here, or it is none. */
  element(raw: string): XmlName | null {
    const known = this.#elements.get(raw)
    if (known !== undefined) return known
    const found = this.#named(raw, this.#uris.get('') ?? '')
    this.#elements.set(raw, found)
    return found
  }

  /** The default namespace is none of attributes (6.2). */
  attribute(raw: string): XmlName | null {
    const known = this.#attributes.get(raw)
    if (known !== undefined) return known
    const found = isDeclaration(raw) ? { name: '', local: raw, uri: 'xmlns' } : this.#named(raw, '')
    this.#attributes.set(raw, found)
    return found
  }

  #named(raw: string, otherwise: string): XmlName | null {
    const colon = raw.indexOf(':')
    const local = raw.slice(colon + 1)
    const uri = colon < 0 ? otherwise : this.#uris.get(raw.slice(0, colon))
    if (uri === undefined || (colon >= 0 && uri === '') || !isPlainName(local)) return null
    const prefix = uri === '' ? undefined : this.#prefixes.get(uri)
    return { name: prefix === undefined ? local : `${prefix}:${local}`, local, uri }
  }
}

const isDeclaration = (name: string) => name === 'xmlns' || name.startsWith('xmlns:')

/** What stands behind the colon: a name without another one. An attribute called `xmlns` there is left to the strict parser. */
const isPlainName = (local: string) =>
  isNameStart(local.charCodeAt(0)) && !local.includes(':') && local !== 'xmlns'
