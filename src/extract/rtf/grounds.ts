/** What may be painted behind the text of an RTF file beside the ground its own words state. */
import type { GroupState } from './state.js'
import type { Story } from './story.js'

const shading = /^(clcbpat|clcfpat|clshdng|clshdngraw|trcbpat|trshdng|shading|cfpat)/

export class Grounds {
  /** Some cell of the table row has a ground of its own. */
  #rowShaded = false
  /** A page in disguise ([MS-OXRTFEX]): what its colours stand on is said in its tags. */
  #fromHtml = false

  /** False when the control word says nothing of grounds. */
  word(word: string): boolean {
    if (word === 'fromhtml') this.#fromHtml = true
    else if (word === 'trowd') this.#rowShaded = false
    else if (shading.test(word)) this.#rowShaded = true
    else return false
    return true
  }

  /** Text stands on paper unless its own words say otherwise. */
  isPlain({ inTable }: GroupState, { part }: Story): boolean {
    return !this.#fromHtml && part !== 'textbox' && !(inTable && this.#rowShaded)
  }
}
