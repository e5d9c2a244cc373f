/** Where a page's links lead: to local files that belong to the posting, to remote files that were not opened. */
import { Buffer } from 'node:buffer'
import { at, enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Piece, Place, Phrase, Source, Step, Work } from '../../types.js'
import { decodeText } from './charset.js'

export interface Link {
  readonly href: string
  /** `shown`: the page displays it (picture, frame); `offered`: a reader may follow it. */
  readonly use: 'shown' | 'offered'
  readonly at?: Partial<Step>
  /** False: of the page's frame (menus, head and foot of the site), not of what is posted. */
  readonly own?: false
}

const pictures =
  /\.(png|apng|jpe?g|jpe|jfif|webp|gif|tiff?|bmp|dib|avif|heic|heif|svg|ico|psd|emf|wmf|jp2|jxl)$/i
const documents =
  /\.(pdf|docx?|docm|dotx?|xlsx?|xlsm|xlsb|et|ett|csv|tsv|pptx?|pps|ppsx|dps|wps|wpt|ofd|odt|ods|odp|rtf|txt|md|log|json|xml|eml|msg|mht|mhtml|epub|zip|rar|7z|tar|gz|tgz|bz2|xz|ceb|cebx|caj|sep|vcf|db|sqlite|mdb|accdb|dwg|dxf|mp3|mp4|wav|m4a|avi|mov|wmv|flv|exe|apk)$/i

/** `none`: leads nowhere or to a function of the browser. */
export type Target = 'local' | 'remote' | 'data' | 'none'

export function targetOf(href: string): Target {
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return 'none'
  if (/^data:/i.test(trimmed)) return 'data'
  if (/^([a-z]:)?\/\//i.test(trimmed) || /^(https?|ftp):/i.test(trimmed)) return 'remote'
  return /^[a-z][a-z0-9+.-]+:/i.test(trimmed) ? 'none' : 'local'
}

/** The address without query and fragment, backslashes turned. */
export function pathOf(href: string): string {
  return (href.trim().split(/[?#]/, 1)[0] ?? '').replaceAll('\\', '/')
}

/** The file name a link ends in, percent escapes decoded from UTF-8 or GBK; empty when it names no file. */
export function fileNameOf(href: string): string {
  const path = pathOf(href).replace(/^[a-z]+:\/\/[^/]*\/?/i, '')
  const last = path.slice(path.lastIndexOf('/') + 1)
  const bytes = Buffer.from(
    last.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return /%[0-9a-f]{2}/i.test(last) ? (decodeText(bytes)?.text ?? last) : last
}

export const isPicture = (href: string): boolean => pictures.test(pathOf(href))
export const isDocument = (href: string): boolean => documents.test(pathOf(href)) || isPicture(href)

/**
 * Each target once: data is unpacked, local files are entered, what is missing or remote is remarked; what belongs to the
 * frame of the page is told in one note.
 */
export async function* follow(links: Iterable<Link>, source: Source, work: Work): AsyncGenerator<Piece> {
  const seen = new Set<string>()
  const beside: string[] = []
  for (const link of links) {
    const target = targetOf(link.href)
    const key = target === 'data' ? link.href : `${target} ${pathOf(link.href)}`
    if (target === 'none' || seen.has(key)) continue
    seen.add(key)
    if (target === 'data') yield* dataPart(link, source, seen.size, work)
    else if (target === 'remote' && source.carries?.(link.href)) continue
    else if (link.use === 'offered' && !isDocument(link.href)) continue
    else if (target === 'remote' && isBeside(link)) beside.push(nameIn(link))
    else if (target === 'remote') yield remoteRemark(link, source.place)
    else yield* localPart(link, source, beside)
  }
  if (beside.length > 0) yield { kind: 'note', detail: besideWords(beside) }
}

/** Sources of other pages of a site, to which pages written in Markdown lead as web pages lead to `.html`. */
const pages = /\.(md|markdown|mdx)$/i

/** Of the frame of the page, or another page that a reader may go to: no attachment of what is posted. */
const isBeside = ({ href, use, own }: Link): boolean =>
  own === false || (use === 'offered' && pages.test(pathOf(href)))

/** Names told; the others are counted. */
const mostNames = 3

function besideWords(names: readonly string[]): Phrase {
  const shown = names.slice(0, mostNames).join(', ')
  return { code: 'link.beside', args: { count: names.length, names: shown } }
}

const nameIn = ({ href }: Link): string => (fileNameOf(href) || pathOf(href)).slice(0, 80)

function remoteRemark({ href, at: where }: Link, place: Place): Piece {
  const detail = { code: 'link.remote', args: { name: href.trim().slice(0, 200) } } as const
  return { kind: 'remark', remark: 'link-remote', place: at(place, where ?? {}), detail }
}

async function* localPart(link: Link, source: Source, beside: string[]): AsyncGenerator<Piece> {
  const found = await source.sibling?.(link.href.trim())
  if (found) {
    yield { kind: 'part', source: found, role: 'linked' }
    return
  }
  if (isBeside(link)) return void beside.push(nameIn(link))
  const name = (fileNameOf(link.href) || pathOf(link.href)).slice(0, 200)
  const detail = { code: source.sibling ? 'link.missing' : 'link.unchecked', args: { name } } as const
  yield { kind: 'remark', remark: 'link-missing', place: at(source.place, link.at ?? {}), detail }
}

/** RFC 2397; null when the address is not one. */
export function unpackData(href: string): { readonly type: string; readonly bytes: Uint8Array } | null {
  const address = /^\s*data:([\w.+-]+\/[\w.+-]+)?((?:;[^,;]*)*),/i.exec(href)
  if (!address) return null
  const [head, type = 'text/plain', options = ''] = address
  // What is not escaped is text of the page: UTF-8, as browsers send it.
  const body = percentDecoded(Buffer.from(href.slice(head.length)).toString('latin1'))
  const bytes = Buffer.from(body, /;\s*base64/i.test(options) ? 'base64' : 'latin1')
  return { type: type.toLowerCase(), bytes: new Uint8Array(bytes) }
}

/** Style sheets, scripts and fonts carry no message; drawings are read where they stand. */
const passed = /^(font\/|text\/css|text\/javascript|application\/(x-)?(font|javascript)|image\/svg)/

const extensions: Readonly<Record<string, string>> = {
  plain: 'txt',
  octet: 'bin',
  msword: 'doc',
  vnd: 'bin',
  '': 'bin',
}

function* dataPart({ href, at: where }: Link, source: Source, number: number, work: Work): Generator<Piece> {
  const data = unpackData(href)
  if (!data || data.bytes.length === 0 || passed.test(data.type)) return
  work.budget.spend('bytes', data.bytes.length)
  const role = data.type.startsWith('image/') ? 'picture' : 'attachment'
  const subtype = /\/(?:x-)?(\w+)/.exec(data.type)?.[1] ?? ''
  const name = `data-${number}.${extensions[subtype] ?? subtype}`
  const place = enter(at(source.place, where ?? {}), { name, part: role })
  yield { kind: 'part', role, source: memorySource(place, data.bytes) }
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
