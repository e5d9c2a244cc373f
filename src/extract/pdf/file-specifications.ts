/** Which streams of a PDF are files, and what they are called (ISO 32000-1, 7.11), told from the texts of its objects. */
import { decodeText, stringAt } from './raw-strings.js'

export interface ObjectText {
  readonly number: number
  readonly text: string
}

type Texts = ReadonlyMap<number, string>

/** The order in which PDFium takes one of several streams of a specification. */
const platforms = ['UF', 'F', 'DOS', 'Mac', 'Unix'] as const
const reference = /(\d{1,10})\s+\d{1,5}\s+R\b/g

/** Names, empty where there is none, by number of the stream. `additional`: the list of a hybrid file. */
export function namesOfFiles(texts: readonly ObjectText[], additional: string): Map<number, string> {
  const known = byNumber(texts)
  const names = new Map<number, string>()
  const name = (number: number, stated: string) => {
    if (!names.get(number)) names.set(number, cleaned(stated))
  }
  for (const number of referencesIn(additional)) name(number, '')
  for (const { text } of texts) {
    if (/\/EF\b/.test(text)) {
      const stated = stringOf(text, 'UF') || stringOf(text, 'F')
      for (const number of referencesIn(dictionaryOf(text, 'EF', known))) name(number, stated)
    }
    if (/\/RF\b/.test(text)) nameRelated(dictionaryOf(text, 'RF', known), known, name)
  }
  return names
}

/** `/RF << /F [(name) 12 0 R …] >>`; each list may be an object of its own. */
function nameRelated(related: string, known: Texts, name: (number: number, stated: string) => void): void {
  const lists = [related, ...referencesIn(related).map((number) => known.get(number) ?? '')]
  for (const list of lists) {
    for (const { index } of list.matchAll(/[(]|<<|</g)) {
      const string = stringAt(list, index)
      const next = string && /^\s*(\d{1,10})\s+\d{1,5}\s+R\b/.exec(list.slice(string.end, string.end + 40))
      if (next) name(Number(next[1]), decodeText(string.bytes))
    }
  }
}

/** Streams that file-attachment annotations of pages bring: they are told with their page. */
export function annotatedFiles(texts: readonly ObjectText[]): ReadonlySet<number> {
  const known = byNumber(texts)
  const listed = new Set<number>()
  for (const { text } of texts) {
    const found = /\/Annots\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(text)?.[1]
    if (!found) continue
    const list = found.startsWith('[') ? found : (known.get(referencesIn(found)[0] ?? -1) ?? '')
    for (const number of referencesIn(list)) listed.add(number)
  }
  const files = new Set<number>()
  for (const { number, text } of texts) {
    if (!listed.has(number) || !/\/Subtype\s*\/FileAttachment\b/.test(text)) continue
    const streams = dictionaryOf(dictionaryOf(text, 'FS', known), 'EF', known)
    const key = platforms.find((each) => new RegExp(`/${each}\\s+\\d`).test(streams))
    const file = key && new RegExp(`/${key}\\s+(\\d{1,10})`).exec(streams)?.[1]
    if (file) files.add(Number(file))
  }
  return files
}

/** The text of a dictionary under a key, written in place or as an object of its own; empty: none. */
function dictionaryOf(text: string, key: string, known: Texts): string {
  const found = new RegExp(`/${key}\\s*(<<|\\d{1,10}\\s+\\d{1,5}\\s+R\\b)`).exec(text)
  if (!found) return ''
  if (found[1] !== '<<') return known.get(referencesIn(found[1]!)[0] ?? -1) ?? ''
  const inner = text.slice(found.index + found[0].length)
  let depth = 1
  for (const bracket of inner.matchAll(/<<|>>/g)) {
    depth += bracket[0] === '<<' ? 1 : -1
    if (depth === 0) return inner.slice(0, bracket.index)
  }
  return inner
}

function stringOf(text: string, key: string): string {
  const found = new RegExp(`/${key}\\s*(?=[(<])`).exec(text)
  const string = found && stringAt(text, found.index + found[0].length)
  return string ? decodeText(string.bytes) : ''
}

function byNumber(texts: readonly ObjectText[]): Texts {
  return new Map(texts.map(({ number, text }) => [number, text]))
}

function referencesIn(text: string): number[] {
  return [...text.matchAll(reference)].map((match) => Number(match[1]))
}

function cleaned(name: string): string {
  return name.replaceAll('\\', '/').replaceAll('\0', '').normalize('NFC').trim()
}
