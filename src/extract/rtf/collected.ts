/** What a group whose text is taken as a whole says: properties, variables, links, names. */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { fieldWords } from '../shared/paragraph/field-words.js'
import { hasHan } from '../shared/xml/text.js'
import { properties } from './destinations.js'

/** Properties of shapes that are words ([MS-ODRAW] names in `\sn`). */
const shapeWords = /^(wzDescription|wzName|wzTooltip|gtextUNICODE|wzScript)$/

/** Remembers what one group says for the next: the name of a property before its value. */
export class Collected {
  author = ''
  #shapeName = ''
  readonly #onProperty: (name: string, value: string) => void
  #propertyName = ''

  /** `onProperty`: told of each property of a shape. */
  constructor(onProperty: (name: string, value: string) => void) {
    this.#onProperty = onProperty
  }

  /** `pieces`: the groups inside, one by one. */
  lines(name: string, text: string, pieces: readonly string[]): Line[] {
    const said = text.trim()
    if (name === 'sv') this.#onProperty(this.#shapeName, said)
    if (name === 'sn') this.#shapeName = said
    else if (name === 'propname') this.#propertyName = said
    else if (name === 'atnauthor') this.author = said
    else if (said === '') return []
    else if (name === 'sv') return shapeWords.test(this.#shapeName) ? [this.#shape(said)] : []
    else if (name === 'staticval') return this.#property(said)
    else if (name === 'fldinst') return fieldLines(said)
    else if (name === 'docvar')
      return [
        statedLine(pieces.at(-1)?.trim() || said, { part: 'metadata', label: pieces[0]?.trim() || name }),
      ]
    else if (name === 'revtbl')
      return pieces
        .filter(isPerson)
        .map((person) => statedLine(person.replace(/;$/, ''), { part: 'metadata', label: name }))
    else if (name === 'bkmkstart') return hasHan(said) ? [statedLine(said, { part: 'bookmark' })] : []
    else if (properties.has(name)) return [statedLine(said, { part: 'metadata', label: name })]
    else if (name.startsWith('ff')) return [statedLine(said, { part: 'form', label: name })]
    // Anything else is the program's own, unless somebody wrote words into it.
    else if (hasHan(said)) return [statedLine(said, { part: 'metadata', label: name, hiddenBy: 'markup' })]
    return []
  }

  #shape(said: string): Line {
    const part = this.#shapeName === 'gtextUNICODE' ? 'textbox' : 'alt'
    return statedLine(said, { part, label: this.#shapeName })
  }

  #property(said: string): Line[] {
    const label = this.#propertyName
    const lines = [statedLine(said, { part: 'metadata', label })]
    if (hasHan(label)) lines.push(statedLine(label, { part: 'metadata', label: 'name' }))
    return lines
  }
}

const isPerson = (text: string) => text.trim() !== '' && !/^unknown;?$/i.test(text.trim())

/** Where a link leads; texts a field is made of, if in words. */
function fieldLines(instruction: string): Line[] {
  if (fieldWords(instruction)?.always) return []
  const link = /^HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)
  if (link) return [statedLine(link[1]!, { part: 'link' })]
  return [...instruction.matchAll(/"([^"]*)"/g)]
    .map((match) => match[1]!)
    .filter(hasHan)
    .map((text) => statedLine(text, { part: 'code', label: 'field', hiddenBy: 'markup' }))
}
