/** What parent and child processes say to each other. All of it is structured-clone data. */
import type { Observation } from '../inspect.js'
import type { Limits, Rule } from '../types.js'

/** The guard of a child process says why it ends it on this file descriptor. */
export const GUARD_FD = 4

export interface Setup {
  readonly rules: readonly Rule[]
  readonly limits: Limits
  readonly ocr: { readonly engine: 'paddle' | 'tesseract' | 'off'; readonly backend?: 'native' | 'wasm' }
  readonly today: string
  readonly debug: boolean
  /** Pictures of the places of hits; none when absent. */
  readonly pictures?: 'strip' | 'page'
  readonly reveal?: boolean
  /** Mentions that were let through are told too. */
  readonly explain?: boolean
  /** Names of the organ that publishes. */
  readonly organs?: readonly string[]
}
/** One file, or a range of its pages. */
export interface Unit {
  readonly path: string
  /** Raw path bytes (latin1) when the name is not UTF-8, else the path itself. */
  readonly file: string | Uint8Array
  readonly folder: string
  readonly inspectedWhole: boolean
  readonly bytes?: Uint8Array
  readonly range?: { readonly from: number; readonly to: number }
}

export type ToChild =
  | { readonly kind: 'setup'; readonly setup: Setup }
  | {
      readonly kind: 'unit'
      /** Counts the units of a process; what it says of a unit carries it back. */
      readonly turn: number
      readonly unit: Unit
    }

export type ToParent =
  | { readonly kind: 'seen'; readonly turn: number; readonly observations: readonly Observation[] }
  /** With the memory the process holds, in bytes. */
  | { readonly kind: 'alive'; readonly memory: number }
  | { readonly kind: 'ocr'; readonly backend: string; readonly model: string }
  /** The last word on a unit. `pages`: nothing was inspected, the file has that many pages to inspect apart. */
  | { readonly kind: 'done'; readonly turn: number; readonly pages?: number }
