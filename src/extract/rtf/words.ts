/** Control words that change how the text behind them looks, or stand for a character. */
import { makePlain, type GroupState } from './state.js'

/** Words that stand for characters. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
}
export const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-' }

/** Words that end a line. */
export const breaks = new Set(['par', 'line', 'sect', 'page', 'column', 'softline', 'softpage', 'lbr'])

/** Of these, the ones that end no paragraph. */
export const innerBreaks = new Set(['line', 'page', 'column', 'softline', 'softpage', 'lbr'])

/** True when the word was a formatting property. */
export function applyFormat(state: GroupState, word: string, parameter: number | null): boolean {
  const on = parameter !== 0
  switch (word) {
    case 'plain':
      makePlain(state)
      break
    case 'v':
      state.hidden = on
      break
    case 'deleted':
    case 'mvf':
      state.deleted = on
      break
    case 'b':
      state.bold = on
      break
    case 'fs':
      state.size = parameter ?? undefined
      break
    case 'cf':
      state.colour = parameter ?? 0
      break
    case 'cb':
    case 'chcbpat':
    case 'highlight':
    case 'cbpat':
      state.ground = parameter ?? 0
      break
    case 'f':
      state.font = parameter ?? -1
      break
    case 'uc':
      state.skip = Math.min(16, Math.max(0, parameter ?? 1))
      break
    case 'intbl':
      state.inTable = true
      break
    case 'ls':
      state.list = parameter ?? 0
      break
    case 'ilvl':
      state.level = parameter ?? 0
      break
    case 'pard':
      state.inTable = false
      state.list = state.level = 0
      state.ground = 0
      break
    default:
      return false
  }
  return true
}
