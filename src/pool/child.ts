/** The child process: set up once, inspects one unit at a time, says what it sees as it goes. */
import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openBudget } from '../budget.js'
import { home } from '../home.js'
import { inspect, inspectName, type Observation, type Tools } from '../inspect.js'
import { openFile } from '../inputs/file-source.js'
import { extractors } from '../extract/index.js'
import { compileRules } from '../match/index.js'
import { placeOf } from '../place.js'
import { memorySource } from '../source.js'
import type { Eyes } from '../see/index.js'
import { remembering } from '../see/remember.js'
import type { OcrReader, Place, Source, Work } from '../types.js'
import { gapFor, hashOf, pickFor } from '../walk.js'
import type { Guarded } from './guard.js'
import { GUARD_FD, type Setup, type ToChild, type ToParent, type Unit } from './messages.js'

const say = (message: ToParent) => void process.send!(message)

let setup: Setup
let tools: Tools
/** Waits for what the parent says of the hash it was told. */
let hearAnswer: ((known: boolean) => void) | null = null

startGuard(Number(process.argv[3]))
void warmUp(process.argv[2] ?? '')

process.on('disconnect', () => process.exit())
process.on('message', (message: ToChild) => {
  if (message.kind === 'setup') prepare(message.setup)
  else if (message.kind === 'answer') hearAnswer?.(message.known)
  else void work(message.unit, message.turn)
})

function startGuard(memory: number): void {
  const workerData: Guarded = { memory, parent: process.ppid, fd: GUARD_FD }
  const guard = new Worker(join(home, 'dist/pool/guard.js'), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  })
  guard.unref()
}

function prepare(given: Setup): void {
  setup = given
  tools = {
    matchers: compileRules(given.rules),
    eyes: openEyes(given),
    explain: given.explain ?? false,
  }
}

/** One OCR session set per process, opened when the first picture needs it. */
function openEyes(given: Setup): Eyes {
  const { engine, backend } = given.ocr
  if (engine === 'off') return null
  let reader: Promise<OcrReader> | null = null
  return () => {
    reader ??= import('../see/ocr/index.js')
      .then(({ openOcr }) =>
        openOcr(engine, { onRun: tellReading, ...(backend !== undefined && { way: backend }) }),
      )
      .then(
        (opened) => (say({ kind: 'ocr', backend: opened.backend, model: opened.model }), remembering(opened)),
      )
    return reader
  }
}

const READING_MS = 1_000
let lastReading = 0

/** A page read for minutes makes progress with each of its tiles and lines. */
function tellReading(): void {
  if (Date.now() - lastReading < READING_MS) return
  lastReading = Date.now()
  say({ kind: 'reading' })
}

async function work(unit: Unit, turn: number): Promise<void> {
  const place = placeOf({ name: unit.path })
  let source: Source | null = null
  let pages: number | null = null
  try {
    source = await sourceOf(unit, place)
    pages = await inspectUnit(source, unit, turn)
  } catch (error) {
    say({
      kind: 'seen',
      turn,
      observations: [gapFor(error, place, { budget: openBudget(setup.limits), onCrash })],
    })
  }
  await source?.close?.()
  say({ kind: 'done', turn, ...(pages !== null && { pages }) })
}

async function sourceOf(unit: Unit, place: Place): Promise<Source> {
  if (unit.bytes) return memorySource(place, unit.bytes)
  const file = typeof unit.file === 'string' ? unit.file : Buffer.from(unit.file)
  return openFile(file, place, { folder: unit.folder, inspectedWhole: unit.inspectedWhole })
}

/** Returns the number of pages instead of inspecting them, when there are several and no range was asked for. */
async function inspectUnit(source: Source, unit: Unit, turn: number): Promise<number | null> {
  const { pictures, reveal = false, range } = unit
  const own = { ...tools, reveal, ...(pictures && { pictures }) }
  const hash = unit.asks && !range ? await hashOf(source) : null
  if (hash !== null && (await isKnown(hash, turn))) {
    flush([...inspectName(source.place, own)], turn, true)
    return null
  }
  const budget = openBudget(setup.limits)
  const work: Work = { budget, onCrash, ...(range && { range }), ...(hash !== null && { hash }) }
  if (!range) {
    const pages = await pageCount(source, work)
    if (pages > 1) return pages
  }
  await inspectWhole(source, work, own, turn)
  return null
}

async function inspectWhole(source: Source, work: Work, own: Tools, turn: number): Promise<void> {
  let beside = false
  const watched = source.sibling && {
    ...source,
    sibling: (href: string) => ((beside = true), source.sibling!(href)),
  }
  const batch: Observation[] = []
  for await (const observation of inspect(watched ?? source, work, own)) {
    batch.push(observation)
    flush(batch, turn, false)
  }
  if (beside) batch.push({ kind: 'beside' })
  flush(batch, turn, true)
}

function isKnown(hash: string, turn: number): Promise<boolean> {
  return new Promise((resolve) => {
    hearAnswer = resolve
    say({ kind: 'hash', turn, hash })
  })
}

/** Pages that can be inspected apart; 1 where the format has none or cannot be opened (the walk will say why). */
async function pageCount(source: Source, work: Work): Promise<number> {
  if (source.size === 0) return 1
  const extractor = await pickFor(source)
  if (!extractor?.countPages) return 1
  return extractor.countPages(source, work).catch(() => 1)
}

const BUNCH = 256
const QUIET_MS = 200
let lastSaid = 0

/** Pages without anything to tell are told in bunches: at 1,000 pages a second, messages would cost more than reading. */
function flush(batch: Observation[], turn: number, last: boolean): void {
  const now = Date.now()
  const newest = batch.at(-1)
  const weighty = newest && (newest.kind === 'gap' || (newest.kind === 'hits' && !isEmpty(newest)))
  if (!last && !weighty && batch.length < BUNCH && now - lastSaid < QUIET_MS) return
  lastSaid = now
  say({ kind: 'seen', turn, observations: batch.filter((observation) => !isEmpty(observation)) })
  say({ kind: 'alive', memory: process.memoryUsage.rss() })
  batch.length = 0
}

const isEmpty = (observation: Observation) =>
  observation.kind === 'hits' &&
  observation.hits.length === 0 &&
  !observation.clues &&
  !observation.mentions?.length

function onCrash(error: unknown, place: Place): void {
  if (!setup.debug) return
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${place.map((step) => step.name).join('!')}: ${told}\n`)
}

/** Loads the reader the first file will probably need while the parent is still reading its rules. */
async function warmUp(name: string): Promise<void> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  await extractors.find((extractor) => extractor.extensions.includes(extension))?.warm?.()
}
