/** The settings that have a flag: how they are called in files, on the command line, and what a policy makes of them. */
import { defaultLimits } from '../budget.js'

/**
 * What a policy means by giving a value. `fixed`: nothing else may be asked for; `ceiling`: less may be asked for, for what
 * lies beyond a limit is left uninspected and blocks; `on`: may not be switched off; `added`: others may be added;
 * `free`: a wish, without weight for the verdict.
 */
export type Floor = 'fixed' | 'ceiling' | 'on' | 'added' | 'free'

export interface Key {
  /** Path in the file, joined by dots. */
  readonly path: string
  readonly flag: string
  /** Name of the flag's value, as the command line hands it over. */
  readonly name: string
  readonly floor: Floor
  /** Null: depends on the machine. */
  readonly preset: string | number | boolean | null
}

const key = (path: string, flag: string, floor: Floor, preset: Key['preset']): Key => ({
  path,
  flag,
  name: flag.slice(2).replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
  floor,
  preset,
})

export const keys: readonly Key[] = [
  key('lang', '--lang', 'free', null),
  key('format', '--format', 'free', 'text'),
  key('pictures', '--pictures', 'free', 'strip'),
  key('strict', '--strict', 'on', false),
  key('ocr', '--ocr', 'fixed', 'paddle'),
  key('ocrBackend', '--ocr-backend', 'free', null),
  key('jobs', '--jobs', 'free', null),
  key('packs', '--pack', 'added', null),
  key('ruleFolders', '--rules', 'added', null),
  key('limits.timeout', '--timeout', 'ceiling', 120),
  key('limits.memory', '--max-memory', 'ceiling', 1536),
  key('limits.pages', '--max-pages', 'ceiling', defaultLimits.pages),
  key('limits.parts', '--max-parts', 'ceiling', defaultLimits.parts),
  key('limits.pixels', '--max-pixels', 'ceiling', defaultLimits.pixels),
  key('limits.bytes', '--max-bytes', 'ceiling', defaultLimits.bytes),
  key('limits.ratio', '--max-ratio', 'ceiling', defaultLimits.ratio),
  key('limits.depth', '--max-depth', 'ceiling', defaultLimits.depth),
]
