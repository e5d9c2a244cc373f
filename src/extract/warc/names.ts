/** What the things of a web archive are called: host and path of their address, once each. */
import { fileNameOf, pathOf } from '../shared/links.js'
import type { WarcRecord } from './records.js'

/** Extensions of pages that a server makes; what arrives is a page all the same. */
const PAGE = /\.x?html?$/i

export class RecordNames {
  readonly #counts = new Map<string, number>()

  /** The name of its content. `given`: the one a server offers for saving it. */
  next(record: WarcRecord, mediaType: string, given = ''): string {
    const name = nameFor(record, mediaType, given)
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return count === 1 ? name : `${count}/${name}`
  }

  /** How a record is told where its content is not opened. */
  shown(record: WarcRecord): string {
    return nameFor(record, record.mediaType, '')
  }
}

function nameFor({ address, type }: WarcRecord, mediaType: string, given: string): string {
  if (!address) return `${type || 'record'}.txt`
  const path = pathOf(address).replace(/^[a-z][a-z0-9+.-]*:\/*/i, '')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const asked = fileNameOf(address) || 'index.html'
  const name = given.split(/[\\/]/).at(-1)!.replaceAll('\0', '') || asked
  const isPage = mediaType.startsWith('text/html') && !given && !PAGE.test(name)
  const prefix = type === 'response' || type === 'resource' ? '' : `${type}/`
  return `${prefix}${folder}${name}${isPage ? '.html' : ''}`.slice(-1_000)
}
