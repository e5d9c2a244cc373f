/** Counts what one reading costs, so that the cost can be judged. */
import type { OcrPasses } from '../../types.js'

export interface Meter {
  tried(what: string): void
  detection(ms: number): void
  recognition(ms: number): void
  /** `leastMs`: model time of the first detection and of one recognition per line kept. */
  passes(leastMs: number): OcrPasses
  readonly detectionMs: number
  readonly recognitionMs: number
}

export function openMeter(): Meter {
  const steps: string[] = []
  const counts = { detections: 0, recognitions: 0 }
  const spent = { detectionMs: 0, recognitionMs: 0 }
  return {
    tried: (what) => void steps.push(what),
    detection(ms) {
      counts.detections++
      spent.detectionMs += ms
    },
    recognition(ms) {
      counts.recognitions++
      spent.recognitionMs += ms
    },
    passes: (leastMs) => ({ tried: steps, ...counts, ...spent, leastMs }),
    get detectionMs() {
      return spent.detectionMs
    },
    get recognitionMs() {
      return spent.recognitionMs
    },
  }
}
