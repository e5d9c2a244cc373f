/** What parent and child processes say to each other. All of it is structured-clone data. */
import type { Observation } from '../inspect.js'
import type { Limits, Rule } from '../types.js'

/** The guard of a child process says why it ends it on this file descriptor. */
export const GUARD_FD = 4

/** What holds for the life of a process. */
export interface Setup {
  readonly rules: readonly Rule[]
  readonly limits: Limits
  readonly ocr: { readonly engine: string; readonly backend?: string }
  readonly debug: boolean
  /** Mentions that were let through are told too. */
  readonly explain?: boolean
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
  /** Pictures of the places of hits; none when absent. */
  readonly pictures?: 'strip' | 'page'
  /** Hits carry the unseen text they are about. */
  readonly reveal?: boolean
  /** The hash is told first, and no more is done until the parent answers. */
  readonly asks?: boolean
}

export type ToChild =
  | { readonly kind: 'setup'; readonly setup: Setup }
  | {
      readonly kind: 'unit'
      /** Counts the units of a process; what it says of a unit carries it back. */
      readonly turn: number
      readonly unit: Unit
    }
  /** The answer to a hash. `known`: only the name is judged; else the whole is inspected. */
  | { readonly kind: 'answer'; readonly turn: number; readonly known: boolean }

export type ToParent =
  | { readonly kind: 'seen'; readonly turn: number; readonly observations: readonly Observation[] }
  /** The SHA-256 of the whole file, before anything of it is inspected. */
  | { readonly kind: 'hash'; readonly turn: number; readonly hash: string }
  /** With the memory the process holds, in bytes. */
  | { readonly kind: 'alive'; readonly memory: number }
  /** A model has run once more: a long page is still being read. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'ocr'; readonly backend: string; readonly model: string }
  /** The last word on a unit. `pages`: nothing was inspected, the file has that many pages to inspect apart. */
  | { readonly kind: 'done'; readonly turn: number; readonly pages?: number }
