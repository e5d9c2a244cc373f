/** The line being written: inline text joined and folded until a block or a break ends it. */
import type { HiddenBy, Line, Part, Span, Step } from '../../../types.js'
import { statedLine, statedSpan, type Stating } from '../stated.js'
import { whyUnseen, type ElementStyle } from './sight.js'

export interface Context {
  readonly look: ElementStyle
  /** Why all of this is unseen, whatever its style: a comment, a template. */
  readonly hiddenBy?: HiddenBy | undefined
  /** Hidden by a box of about its own size. */
  readonly fitted?: boolean
  readonly part?: Part | undefined
  readonly cell?: Line['cell']
  readonly at?: Partial<Step> | undefined
}

const LONGEST = 32 * 1024

export class Flow {
  #spans: Span[] = []
  #length = 0
  #paragraph = 0
  #continues = false
  #start: Partial<Step> | undefined
  #context: Context | undefined
  readonly #asides: Line[] = []
  readonly #done: Line[] = []

  /** The lines finished since the last call. */
  take(): Line[] {
    return this.#done.splice(0)
  }

  aside(lines: readonly Line[]): void {
    if (this.#length === 0) this.#done.push(...lines)
    else this.#asides.push(...lines)
  }

  add(text: string, context: Context, at: Partial<Step> | undefined): void {
    if (!context.look.kept) {
      const { lead, where } = afterSpace(text, at)
      this.#put(text.replace(/[ \t\n\r\f]+/g, ' '), context, this.#length === 0 && lead ? where : at)
      return
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.end()
      this.#put(line, context, at?.line === undefined ? at : { line: at.line + index })
    }
  }

  #put(text: string, context: Context, at: Partial<Step> | undefined): void {
    const joined = this.#endsInSpace() && !context.look.kept ? text.replace(/^ /, '') : text
    for (let start = 0; start < joined.length; start += LONGEST) {
      const piece = joined.slice(start, start + LONGEST)
      if (this.#length > 0 && this.#length + piece.length > LONGEST) this.#cut()
      if (this.#length === 0) {
        this.#start = at
        this.#context = context
      }
      this.#append(piece, context)
      this.#length += piece.length
    }
  }

  #endsInSpace(): boolean {
    return this.#length === 0 || /[ \t\n]$/.test(this.#spans.at(-1)!.text)
  }

  #append(text: string, { look, hiddenBy, fitted, part }: Context): void {
    const why = hiddenBy ?? whyUnseen(look)
    const fits = hiddenBy ? fitted : look.barred && why === 'same-colour'
    const how: Stating = {
      size: Math.round(look.size * 10) / 10,
      bold: look.bold,
      ...(part && { part }),
      ...(why && { hiddenBy: why }),
      ...(fits && { fitted: true }),
    }
    const span = statedSpan(text, how)
    const last = this.#spans.at(-1)
    const isAlike =
      last &&
      last.size === span.size &&
      last.bold === span.bold &&
      last.hiddenBy === span.hiddenBy &&
      last.fitted === span.fitted
    if (isAlike) this.#spans[this.#spans.length - 1] = { ...last, text: last.text + text }
    else this.#spans.push(span)
  }

  /** A run too long for one line goes on in the next, as one paragraph. */
  #cut(): void {
    if (!this.#continues) this.#paragraph++
    this.#continues = true
    this.#flush()
  }

  end(): void {
    this.#flush()
    this.#continues = false
    this.#done.push(...this.#asides.splice(0))
  }

  #flush(): void {
    const spans = trimmed(this.#spans)
    const context = this.#context
    if (spans.length > 0 && context) {
      const at = this.#start ?? context.at
      const flowing = this.#continues ? { paragraph: this.#paragraph } : {}
      this.#done.push(
        statedLine(spans, {
          ...(context.part && { part: context.part }),
          ...(at && { at }),
          ...(context.cell && { cell: context.cell }),
          ...flowing,
        }),
      )
    }
    this.#spans = []
    this.#length = 0
  }
}

function trimmed(spans: readonly Span[]): Span[] {
  const kept = [...spans]
  while (kept.length > 0) {
    const last = kept.at(-1)!
    const text = last.text.trimEnd()
    if (text) {
      kept[kept.length - 1] = { ...last, text }
      break
    }
    kept.pop()
  }
  return kept
}

/** Where the first letter stands, when blanks and line ends come before it. */
function afterSpace(
  text: string,
  at: Partial<Step> | undefined,
): { lead: boolean; where: Partial<Step> | undefined } {
  const lead = /^[ \t\n\r\f]+/.exec(text)?.[0] ?? ''
  if (!lead || at?.line === undefined) return { lead: lead !== '', where: at }
  const rows = lead.split('\n')
  const column = rows.length > 1 ? rows.at(-1)!.length + 1 : (at.column ?? 1) + lead.length
  return { lead: true, where: { line: at.line + rows.length - 1, column } }
}
