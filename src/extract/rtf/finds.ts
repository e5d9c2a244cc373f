/** What the groups of an RTF file amount to when they end: lines, pictures, objects. */
import type { Line, Part } from '../../types.js'
import { Collected } from './collected.js'
import type { Destination } from './destinations.js'
import { HexBytes, isEmpty } from './embedded.js'
import type { TextTarget } from './state.js'
import { RtfLists } from './lists.js'
import { Story } from './story.js'

export type RtfItem =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'picture' | 'object'; readonly bytes: Uint8Array; readonly extension: string }

export class Finds {
  /** To be taken away by whoever reads. */
  readonly found: RtfItem[] = []
  readonly lists = new RtfLists()
  readonly #collected: Collected

  /** `onProperty`: told of each property of a shape. */
  constructor(onProperty: (name: string, value: string) => void) {
    this.#collected = new Collected(onProperty)
  }

  story(part: Part): Story {
    return new Story(part, this.#line)
  }

  /** For a group that the control word `word` opens. */
  sinkFor(destination: Destination, word: string): TextTarget {
    if (destination.kind === 'collect') return { kind: 'collect', name: word, text: '', pieces: [] }
    if (destination.kind === 'picture' || destination.kind === 'object')
      return { kind: destination.kind, data: new HexBytes(), extension: 'bin' }
    if (destination.kind !== 'story') return { kind: destination.kind }
    const story = this.story(destination.part)
    if (destination.part === 'comment' && this.#collected.author) story.label = this.#collected.author
    return { kind: 'story', story }
  }

  finish(sink: TextTarget): void {
    if (sink.kind === 'story') sink.story.end(false)
    else if (sink.kind === 'collect' && sink.name === 'leveltext') this.lists.levelText(sink.text)
    else if (sink.kind === 'collect')
      this.#collected.lines(sink.name, sink.text, sink.pieces).forEach(this.#line)
    else if (sink.kind === 'picture' || sink.kind === 'object') {
      const bytes = sink.data.bytes()
      if (!isEmpty(bytes)) this.found.push({ kind: sink.kind, bytes, extension: sink.extension })
    }
  }

  #line = (line: Line): void => {
    this.found.push({ kind: 'line', line })
  }
}
