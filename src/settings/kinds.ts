/** The kinds of setting: what values each takes, on the command line and in files. */
import type { Bilingual } from '../types.js'

/**
 * What a policy means by giving a value. `fixed`: nothing else may be asked for; `ceiling`: less may be asked for, for what
 * lies beyond a limit is left uninspected and blocks; `on`: may not be switched off; `added`: others may be added;
 * `free`: a wish, without weight for the verdict.
 */
export type Floor = 'fixed' | 'ceiling' | 'on' | 'added' | 'free'

/** One row of the settings table. */
export interface Setting {
  readonly kind: 'choice' | 'count' | 'word' | 'switch' | 'list'
  readonly flag: string
  /** One letter, without the dash. */
  readonly short?: string
  /** Path in settings files, joined by dots; null where only the command line can say it. */
  readonly path: string | null
  readonly floor: Floor
  /** What may be chosen. */
  readonly choices?: readonly string[]
  /** Stands when nothing was said; null depends on the machine or is nothing. */
  readonly preset: string | number | boolean | null | readonly string[]
  /** What the help and the schema say of it. */
  readonly help: Bilingual
  /** What stands for the value in the help. */
  readonly value?: Bilingual
}

/** Value shown in the help of what takes a number. */
export const amount = { zh: '数量', en: 'N' }

interface Said {
  readonly flag: string
  readonly short?: string
  readonly help: Bilingual
}
interface InFiles extends Said {
  readonly path?: string
  readonly floor?: Floor
}

export function choice<const T extends string, const P extends T | null>(
  choices: readonly T[],
  preset: P,
  said: InFiles,
) {
  return { kind: 'choice' as const, choices, preset: preset as T | P, ...inFiles(said) }
}

/** A whole number above 0. */
export function count<const P extends number | null>(
  preset: P,
  said: InFiles & { readonly value: Bilingual },
) {
  return { kind: 'count' as const, preset: preset as number | P, ...inFiles(said) }
}

export function word(said: Said & { readonly value: Bilingual }) {
  return { kind: 'word' as const, preset: null as string | null, ...inFiles(said) }
}

export function toggle(said: InFiles) {
  return { kind: 'switch' as const, preset: false as boolean, ...inFiles(said) }
}

/** May be said several times, and only grows. */
export function list(said: InFiles & { readonly value: Bilingual }) {
  return { kind: 'list' as const, preset: [] as readonly string[], ...inFiles({ floor: 'added', ...said }) }
}

const inFiles = <T extends InFiles>(said: T) => ({
  ...said,
  path: said.path ?? null,
  floor: said.floor ?? ('free' as const),
})
