/** The cues of a rule as regular expressions, made once a rule. */
import type { Cues } from '../types.js'

export interface CuePatterns {
  readonly companions: RegExp
  readonly companionStart: RegExp
  /** Companions that a blank must stand before; touching the mark they make a sentence. */
  readonly handling: RegExp
  readonly label: RegExp | null
  readonly example: RegExp
  /** Texts that teach how marks are written. */
  readonly lesson: RegExp
  readonly introduction: RegExp
  /** What is said below a specimen. */
  readonly explained: RegExp
  readonly numbering: RegExp
  readonly topic: RegExp
  readonly officialHead: RegExp
  readonly copyNumber: RegExp
  readonly title: RegExp
  readonly menu: RegExp
  readonly peer: RegExp | null
  readonly anyPeer: RegExp | null
  /** Another word of the kind joined on after or before the candidate. */
  readonly listAfter: RegExp | null
  readonly listBefore: RegExp | null
}

const joint = String.raw`[、/|;或和及与]|以及|或者`
const trim = String.raw`[\s()\[\]【】〔〕「」『』"'“”‘’《》级件]*`

export function readCues(cues: Cues): CuePatterns {
  const { peers } = cues
  return {
    companions: new RegExp(cues.companions, 'gu'),
    companionStart: new RegExp(`^(?:${cues.companions})`, 'u'),
    handling: new RegExp(cues.handling, 'gu'),
    label: cues.labels ? new RegExp(`^(?:${cues.labels})[:：]?$`, 'u') : null,
    example: new RegExp(cues.example, 'u'),
    lesson: new RegExp(cues.lesson, 'u'),
    introduction: new RegExp(`(?:${cues.introduction})$`, 'u'),
    explained: new RegExp(cues.explained, 'u'),
    numbering: new RegExp(`^(?:${cues.numbering})$`, 'u'),
    topic: new RegExp(cues.topic, 'gu'),
    officialHead: new RegExp(cues.officialHead, 'u'),
    copyNumber: new RegExp(cues.copyNumber, 'u'),
    title: new RegExp(`^(?:${cues.title})$`, 'u'),
    menu: new RegExp(`^(?:${cues.menu})$`, 'u'),
    anyPeer: peers ? new RegExp(peers, 'u') : null,
    peer: peers ? new RegExp(`^(?:${cues.numbering})?(?:${peers})`, 'u') : null,
    listAfter: peers
      ? new RegExp(`^${trim}(?:(?:${joint})${trim}.{0,3}?|[,·]${trim})(?:${peers})`, 'u')
      : null,
    listBefore: peers
      ? new RegExp(`(?:${peers})(?:.{0,10}?(?:${joint})|(?:[★☆][^\\s,;。]{0,8})?${trim}[,·])${trim}$`, 'u')
      : null,
  }
}

/** Brackets, rules, dots, stars: what a line may be decorated with. */
export const decoration = /[\s()[\]【】〔〕「」『』<>〈〉"'|_\-—–=·•*#:.。,，、;/\\~★☆^█]/gu
