/** Decides by what the page shows which of its stated text nobody sees: text whose removal changes nothing is not seen. */
import type { Box, Cover, HiddenBy, Line, Page, Span } from '../types.js'
import { doubtedRegion, scale } from './doubted-region.js'
import { fittingCovers } from './fitting.js'
import { inkShare } from './ink-share.js'
import { cutSpan } from './cut-span.js'

/** Of a character's box: ink of a legible character takes 10 to 40 %. */
const seenShare = 0.03
/** `Span.doubts`: no cover, but its colour may be that of its ground. */
const colourDoubt = 255
/** Fewer unseen letters in a row are an accident of drawing. */
const fewest = 2
const letter = /[\p{L}\p{N}★☆]/u

/** One UTF-16 unit in doubt or beside one. `unseen`: index into the covers, -1 for its colour, null where it is seen. */
export interface CodeUnit {
  readonly span: Span
  readonly offset: number
  unseen: number | null
}

/** The page again, its unseen text in spans of their own. Costs nothing where nothing is in doubt. */
export async function judgeSight(page: Page): Promise<Page> {
  const { pixels } = page
  const region = doubtedRegion(page)
  if (!region || !pixels?.renderWithout) return page
  const shown = await pixels.render(scale, region)
  const bare = await pixels.renderWithout('doubted-text', scale, region)
  const units = page.lines.map((line) => unitsOf(line, page, (box) => inkShare(shown, bare, region, box)))
  for (const line of units) settle(line)
  forgiveTwins(units.flat())
  const fitting = fittingCovers(page.covers ?? [], units.flat())
  const lines = page.lines.map((line, index) => cutLine(line, units[index]!, page, fitting))
  return { ...page, lines }
}

function unitsOf(line: Line, page: Page, ink: (box: Box) => number): CodeUnit[] {
  const units: CodeUnit[] = []
  for (const span of line.spans) {
    const { doubts, glyphs, text } = span
    for (let offset = 0; offset < text.length; offset++) {
      const doubt = doubts?.[offset] ?? 0
      let unseen: number | null = null
      if (doubt > 0 && glyphs) {
        const cover = doubt === colourDoubt ? -1 : doubt - 1
        const pending = page.covers?.[cover]?.kind === 'redaction'
        if (pending || ink(boxAt(glyphs, offset)) < seenShare) unseen = cover
      }
      units.push({ span, offset, unseen })
    }
  }
  return units
}

function boxAt(glyphs: Float32Array, offset: number): Box {
  const at = 4 * offset
  return [glyphs[at]!, glyphs[at + 1]!, glyphs[at + 2]!, glyphs[at + 3]!]
}

/** Only letters tell: dots and spaces have no ink to miss and go with the letters before them; short runs are seen. */
function settle(units: CodeUnit[]): void {
  let run: CodeUnit[] = []
  let letters = 0
  const close = (): void => {
    if (letters < fewest) for (const unit of run) unit.unseen = null
    run = []
    letters = 0
  }
  for (const unit of units) {
    const isLetter = letter.test(unit.span.text[unit.offset]!)
    const last = run[run.length - 1]
    if (!isLetter) {
      unit.unseen = last ? last.unseen : null
      if (last) run.push(unit)
    } else if (unit.unseen === null) close()
    else {
      run.push(unit)
      letters++
    }
  }
  close()
}

/** Text drawn a second time above what covers it is seen (form fields, template leftovers). */
function forgiveTwins(units: readonly CodeUnit[]): void {
  const seen = new Map<string, Box[]>()
  const hidden = units.filter((unit) => unit.unseen !== null && unit.unseen >= 0)
  if (hidden.length === 0) return
  for (const { span, offset, unseen } of units) {
    if (unseen !== null || !span.glyphs || span.sight !== 'visible') continue
    const list = seen.get(span.text[offset]!) ?? []
    list.push(boxAt(span.glyphs, offset))
    seen.set(span.text[offset]!, list)
  }
  for (const unit of hidden) {
    const [x, y, width, height] = boxAt(unit.span.glyphs!, unit.offset)
    const twin = (other: Box): boolean =>
      Math.abs(x + width / 2 - other[0] - other[2] / 2) < width / 2 &&
      Math.abs(y + height / 2 - other[1] - other[3] / 2) < height / 2
    if (seen.get(unit.span.text[unit.offset]!)?.some(twin)) unit.unseen = null
  }
}

function cutLine(line: Line, units: readonly CodeUnit[], page: Page, fitting: ReadonlySet<number>): Line {
  if (units.every((unit) => unit.unseen === null)) return line
  const looks = units.map(({ unseen }) =>
    unseen === null ? null : lookOf(unseen, page.covers ?? [], fitting),
  )
  const spans: Span[] = []
  for (let from = 0; from < units.length;) {
    const { span, offset } = units[from]!
    const look = looks[from] ?? null
    let to = from + 1
    while (to < units.length && units[to]!.span === span && isSameLook(look, looks[to] ?? null)) to++
    const part = cutSpan(span, offset, offset + to - from)
    if (part) spans.push({ ...part, ...look })
    from = to
  }
  return { ...line, spans }
}

const hiding: Readonly<Record<Cover['kind'], HiddenBy>> = {
  shape: 'under-shape',
  annotation: 'under-shape',
  picture: 'under-picture',
  redaction: 'redaction-pending',
  ground: 'same-colour',
}

type Look = Pick<Span, 'sight' | 'hiddenBy' | 'fitted'>

function isSameLook(one: Look | null, other: Look | null): boolean {
  return one?.sight === other?.sight && one?.hiddenBy === other?.hiddenBy && one?.fitted === other?.fitted
}

function lookOf(unseen: number, covers: readonly Cover[], fitting: ReadonlySet<number>): Look {
  const cover = covers[unseen]
  if (!cover) return { sight: 'hidden', hiddenBy: 'same-colour' }
  if (cover.kind === 'ground' && !fitting.has(unseen)) return { sight: 'hidden', hiddenBy: 'same-colour' }
  const fitted = fitting.has(unseen) ? { fitted: true } : {}
  return { sight: 'covered', hiddenBy: hiding[cover.kind], ...fitted }
}
