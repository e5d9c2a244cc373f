/** Lines of a document that is one XML file, told while it is read. */
import type { Line, Phrase } from '../../../types.js'
import { type Prefixes, type XmlSink, xmlSteps } from '../xml.js'

/** Gathers lines as elements go by; they are taken out of `lines` again. */
export interface LineGatherer extends XmlSink {
  readonly lines: Line[]
}
export interface GatheredLines {
  readonly lines: Generator<Line>
  /** What was wrong with the file: known when the lines are through. */
  fault(): Phrase | null
}

/** Throws the reason of `signal` when it aborts. */
export function xmlLines(
  bytes: Uint8Array,
  prefixes: Prefixes,
  reader: LineGatherer,
  signal: AbortSignal,
): GatheredLines {
  const steps = xmlSteps(bytes, prefixes, reader)
  let fault: Phrase | null = null
  const lines = function* (): Generator<Line> {
    for (let step = steps.next(); ; step = steps.next()) {
      signal.throwIfAborted()
      yield* reader.lines.splice(0)
      if (step.done) return void (fault = step.value)
    }
  }
  return { lines: lines(), fault: () => fault }
}
