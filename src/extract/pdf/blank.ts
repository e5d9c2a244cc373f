/** Is a page that shows nothing really empty? PDFium drops content it cannot follow without a word. */
import { isEncrypted } from './decrypted.js'
import type { OpenPdf } from './open.js'
import { longestText, walkObjects } from './raw-objects.js'
import { unfiltered } from './stream-filters.js'

/** Operators that show text, pictures, shadings and forms or paint paths (ISO 32000-1, annex A). */
const painting = /(^|[\s)\]>])(Tj|TJ|'|"|Do|EI|sh|[fFSsBb]\*?)(?=[\s/(<[]|$)/
/** Showing an empty string shows nothing. */
const emptyStrings = /(\(\s*\)|<\s*>)\s*(Tj|'|")|\[[\s\d.-]*\]\s*TJ/g
/** Arrays of content streams may point to arrays; not deeper than this. */
const deepest = 3

interface Contents {
  /** Objects named by /Contents, by number of the page. */
  readonly pages: ReadonlyMap<number, readonly number[]>
  /** Does the stream paint? By object number; absent: no such object. */
  readonly paints: ReadonlyMap<number, boolean>
  /** Objects that are arrays of further content streams. */
  readonly lists: ReadonlyMap<number, readonly number[]>
}

const known = new WeakMap<OpenPdf, Contents>()

/**
 * True when the page names content that paints, or content that is nowhere in the file. `page`: its object number.
 * Encrypted files are not asked.
 */
export function isFalselyBlank(document: OpenPdf, page: number): boolean {
  if (isEncrypted(document)) return false
  const contents = known.get(document) ?? readContents(document.bytes())
  known.set(document, contents)
  return (contents.pages.get(page) ?? []).some((number) => saysSomething(contents, number, 0))
}

function saysSomething(contents: Contents, number: number, depth: number): boolean {
  const list = contents.lists.get(number)
  if (!list || depth > deepest) return contents.paints.get(number) ?? true
  return list.some((inner) => saysSomething(contents, inner, depth + 1))
}

/** Walks the file again; once more for each level of arrays. */
function readContents(bytes: Uint8Array): Contents {
  const pages = new Map<number, readonly number[]>()
  walkObjects(bytes, ({ number, text }) => {
    if (/\/Type\s*\/Page\b/.test(text)) pages.set(number, contentsOf(text))
  })
  const paints = new Map<number, boolean>()
  const lists = new Map<number, readonly number[]>()
  let wanted = new Set([...pages.values()].flat())
  for (let level = 0; level <= deepest && wanted.size > 0; level++) {
    const found = new Set<number>()
    walkObjects(bytes, ({ number, text, stream }) => {
      if (!wanted.has(number)) return
      if (stream) paints.set(number, isPainting(text, stream))
      else if (text.trimStart().startsWith('[')) lists.set(number, references(text))
      for (const inner of lists.get(number) ?? []) found.add(inner)
    })
    wanted = found
  }
  return { pages, paints, lists }
}

/** A stream in a filter that is not read here counts as painting: better to say so than to be wrong. */
function isPainting(dictionary: string, stream: Uint8Array): boolean {
  const content = unfiltered(dictionary, stream)
  if (content === null) return stream.length > 0
  return painting.test(content.toString('latin1').replace(emptyStrings, ' '))
}

/** A page object too long to be true counts as naming content that is not there. */
function contentsOf(page: string): number[] {
  if (page.length >= longestText) return [-1]
  return references(/\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page)?.[1] ?? '')
}

function references(text: string): number[] {
  return [...text.matchAll(/(\d{1,10})\s+\d{1,5}\s+R\b/g)].map((match) => Number(match[1]))
}
