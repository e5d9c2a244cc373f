/** An element as the scanner gives it: no dictionary of attributes is built unless somebody asks for all of them. */
import type { XmlElement } from '../xml.js'
import type { XmlName, XmlScope } from './scope.js'
import type { StartTag } from './start-tag.js'

const none: readonly XmlName[] = []

/** Null: a prefix that means nothing, or the same name twice (Namespaces in XML 1.0, 6.3). */
export function attributesOf({ names }: StartTag, scope: XmlScope): readonly XmlName[] | null {
  if (names.length === 0) return none
  const found: XmlName[] = []
  for (const raw of names) {
    const name = scope.attribute(raw)
    if (!name) return null
    for (const other of found) if (other.local === name.local && other.uri === name.uri) return null
    found.push(name)
  }
  return found
}

/** An element whose attributes are looked up where they stand. */
export class ScannedElement implements XmlElement {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly #tag: StartTag
  readonly #names: readonly XmlName[]

  constructor({ name, local, uri }: XmlName, tag: StartTag, names: readonly XmlName[]) {
    this.name = name
    this.local = local
    this.uri = uri
    this.#tag = tag
    this.#names = names
  }

  /** Of two that the table gives one name, the later one. */
  attribute(wanted: string): string | undefined {
    if (wanted === '') return undefined
    for (let index = this.#names.length - 1; index >= 0; index--)
      if (this.#names[index]!.name === wanted) return this.#tag.value(index)
    return undefined
  }

  attributes(): Readonly<Record<string, string>> {
    const all = Object.create(null) as Record<string, string>
    for (const [index, { name }] of this.#names.entries()) if (name !== '') all[name] = this.#tag.value(index)
    return all
  }
}
