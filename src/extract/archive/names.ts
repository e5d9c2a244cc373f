/** Words of an archive that stand in none of its entries: names of folders, of entries nobody could open, comments. */
import { at } from '../../place.js'
import type { Line, Piece, Place } from '../../types.js'
import { statedLine, statedPage } from '../shared/stated.js'

/** More different folder names than this are a trap, not an archive; what is said then is a gap. */
const MOST_NAMES = 50_000

export class Names {
  private readonly seen = new Map<string, string>()
  private readonly comments: string[] = []
  private readonly place: Place

  constructor(place: Place) {
    this.place = place
  }

  /** The folders on the way to an entry; its own name is judged where it is opened. */
  folders(path: string): void {
    const names = path.split('/').slice(0, -1)
    for (const name of names) if (!/^\.{0,2}$/.test(name)) this.add(name, path)
  }

  unopened(path: string): void {
    this.add(path.slice(path.lastIndexOf('/') + 1), path)
  }

  comment(text: string): void {
    if (text.trim() !== '') this.comments.push(text)
  }

  *pieces(): Generator<Piece> {
    const comments = this.comments.map((text) => statedLine(text, { part: 'metadata', label: 'comment' }))
    if (comments.length > 0)
      yield { kind: 'page', page: statedPage(at(this.place, { part: 'metadata' }), comments) }
    const lines = [...this.seen].map(([name, path]) => nameLine(name, path))
    if (lines.length > 0) yield { kind: 'page', page: statedPage(at(this.place, { part: 'name' }), lines) }
    if (this.seen.size < MOST_NAMES) return
    const args = { limit: MOST_NAMES }
    yield { kind: 'gap', cause: 'limit', place: this.place, detail: { code: 'archive.names', args } }
  }

  private add(name: string, path: string): void {
    if (this.seen.size < MOST_NAMES && !this.seen.has(name)) this.seen.set(name, path)
  }
}

function nameLine(name: string, path: string): Line {
  const span = { text: name, box: null, channel: 'name', sight: 'visible', confidence: 1 } as const
  return { spans: [span], part: 'name', at: { label: path } }
}
