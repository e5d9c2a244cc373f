/** Picks an extractor for a source, yields its pieces, and follows parts inward, charging the budget. */
import { createHash } from 'node:crypto'
import { Uninspectable } from './errors.js'
import { pickExtractor } from './extract/index.js'
import { listContainer } from './extract/shared/zip/container.js'
import type { Document, Extractor, Piece, Place, Probe, Phrase, Source, Work } from './types.js'

/** What the walk says: pieces other than parts, each with the document it belongs to. */
export type Walked =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'name'; readonly place: Place; readonly role: 'attachment' | 'picture' | 'linked' }
  /** Of the document that lies at `place`. */
  | { readonly kind: 'note'; readonly place: Place; readonly detail: Phrase }
  | Exclude<Piece, { kind: 'part' } | { kind: 'note' }>

const HEAD_BYTES = 8192

export async function probe(source: Source): Promise<Probe> {
  const head = await source.read(0, HEAD_BYTES)
  return { head, name: source.name.toLowerCase(), entries: await listContainer(source, head) }
}

export async function pickFor(source: Source): Promise<Extractor | null> {
  return pickExtractor(await probe(source))
}

/** `around`: hashes of the files the source lies in, outermost first. */
export async function* walk(
  source: Source,
  work: Work,
  around: readonly string[] = [],
): AsyncGenerator<Walked> {
  const { budget } = work
  if (around.length === 0) isMetBefore(source, work)
  try {
    yield* open(source, work, around)
  } catch (error) {
    if (budget.gone === null) yield tallied(gapFor(error, source.place, work), work)
  }
  if (budget.gone === null) return
  // Said once, of the whole input, by the outermost walk; the inner ones only end.
  if (around.length === 0) yield { kind: 'gap', cause: 'limit', place: source.place, detail: budget.gone }
}

async function* open(source: Source, work: Work, around: readonly string[]): AsyncGenerator<Walked> {
  if (around.length > work.budget.limits.depth) {
    const args = { what: 'depth', limit: work.budget.limits.depth, flag: '--max-depth' }
    throw new Uninspectable('limit', { code: 'scan.limit', args })
  }
  if (source.size === 0) return yield emptiness(source)
  const looked = await probe(source)
  const extractor = pickExtractor(looked)
  const document = await describe(source, extractor, looked, work, around.length === 0)
  yield { kind: 'document', document }
  if (document.hash !== '' && around.includes(document.hash))
    throw new Uninspectable('limit', { code: 'scan.holds-itself' })
  if (!extractor) throw new Uninspectable('unsupported', { code: 'scan.unsupported' })
  yield* pieces(extractor, source, work, [...around, document.hash])
}

/** Bombs are counted wherever they went off. */
function tallied(gap: Extract<Walked, { kind: 'gap' }>, { budget }: Work): typeof gap {
  if (gap.detail.code === 'zip.ratio') budget.bomb()
  return gap
}

/** A text of no bytes says nothing; a document of no bytes is one that did not arrive. */
function emptiness(source: Source): Walked {
  const text = /^\.|\.(txt|md|csv|json|xml|ya?ml|css|js|ts|py|log)$|^[^.]+$/i.test(source.name)
  if (text) return { kind: 'inert', place: source.place, detail: { code: 'scan.empty' } }
  return { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'scan.empty' } }
}

async function* pieces(
  extractor: Extractor,
  source: Source,
  work: Work,
  around: readonly string[],
): AsyncGenerator<Walked> {
  const { range: _range, ...inner } = work
  let silent = true
  for await (const piece of extractor.extract(source, work)) {
    work.budget.signal.throwIfAborted()
    if (work.budget.gone) return
    silent = false
    if (piece.kind === 'part') yield* inward(piece, inner, around)
    else if (piece.kind === 'note') yield { ...piece, place: source.place }
    else {
      if (piece.kind === 'page') work.budget.spend('pages', 1)
      yield piece.kind === 'gap' ? tallied(piece, work) : piece
    }
  }
  // A reader that has nothing to say of a file has not read it.
  if (silent) throw new Uninspectable('corrupt', { code: 'scan.silent' })
}

async function* inward(
  { source, role }: Extract<Piece, { kind: 'part' }>,
  work: Work,
  around: readonly string[],
): AsyncGenerator<Walked> {
  if (isElsewhere(source)) return
  work.budget.spend('parts', 1)
  yield { kind: 'name', place: source.place, role }
  if (role !== 'linked' || !isMetBefore(source, work)) yield* walk(source, work, around)
  await source.close?.()
}

const met = new WeakMap<Work['budget'], Set<string>>()

/** Pages lead to one another, and back: each file is inspected once, under the name each link has for it. */
function isMetBefore({ identity }: Source, { budget }: Work): boolean {
  const known = met.get(budget) ?? new Set()
  met.set(budget, known)
  if (identity === undefined || known.has(identity)) return identity !== undefined
  known.add(identity)
  return false
}

/** A linked file that the same run inspects on its own account is not inspected twice. */
function isElsewhere(source: Source): boolean {
  return 'elsewhere' in source && source.elsewhere === true
}

async function describe(
  source: Source,
  extractor: Extractor | null,
  looked: Probe,
  work: Work,
  outermost: boolean,
): Promise<Document> {
  const later = work.range !== undefined && work.range.from > 1
  return {
    place: source.place,
    format: extractor?.format ?? 'unknown',
    hash: later ? '' : (outermost && work.hash) || (await hashOf(source)),
    pages: 0,
    ocrPages: 0,
    pictures: 0,
    notes: extractor && !later ? misnamed(extractor, looked.name) : [],
  }
}

function misnamed(extractor: Extractor, name: string): Phrase[] {
  const extension = /\.([a-z0-9]{1,8})$/.exec(name)?.[1]
  if (!extension || extractor.extensions.length === 0 || extractor.extensions.includes(extension)) return []
  return [{ code: 'scan.other-type', args: { extension, format: extractor.format.toUpperCase() } }]
}

const CHUNK = 4 * 1024 * 1024

/** SHA-256, hexadecimal, read in pieces. */
export async function hashOf(source: Source): Promise<string> {
  const hash = createHash('sha256')
  for (let offset = 0; offset < source.size; offset += CHUNK) hash.update(await source.read(offset, CHUNK))
  return hash.digest('hex')
}

/** Every error has a place and becomes a gap there; nothing is dropped. */
export function gapFor(error: unknown, place: Place, work?: Work): Extract<Walked, { kind: 'gap' }> {
  if (error instanceof Uninspectable) return { kind: 'gap', cause: error.reason, place, detail: error.said }
  const why = error instanceof Error ? error.name : 'unknown'
  if (why === 'AbortError') return { kind: 'gap', cause: 'timeout', place, detail: { code: 'scan.stopped' } }
  work?.onCrash?.(error, place)
  return { kind: 'gap', cause: 'crashed', place, detail: { code: 'scan.crashed', args: { why } } }
}
