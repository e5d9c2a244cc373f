/** What the classes of the recogniser stand for. */
import { readModel } from './models.js'

export interface Alphabet {
  /** Text of each class; class 0 is the CTC blank and has none. */
  readonly texts: readonly string[]
  /** Class of a character, or −1. */
  classOf(text: string): number
}

/** The CTC blank, the lines of the dictionary, and one space: 6,625 classes. */
export async function loadAlphabet(): Promise<Alphabet> {
  const lines = new TextDecoder().decode(await readModel('dictionary')).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return alphabetOf(['', ...lines, ' '])
}

export function alphabetOf(texts: readonly string[]): Alphabet {
  const classes = new Map(texts.map((text, index) => [text, index]))
  return { texts, classOf: (text) => classes.get(text) ?? -1 }
}
