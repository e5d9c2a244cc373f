/** What the groups of an RTF file hold, by the control word that opens them (RTF 1.9.1, appendix B). */
import type { Part } from '../../types.js'

export type Destination =
  /** Text of the document, of that kind. */
  | { readonly kind: 'story'; readonly part: Part }
  /** Text to be looked at as a whole when the group ends. */
  | { readonly kind: 'collect' }
  | { readonly kind: 'picture' | 'object' | 'fonts' | 'colours' | 'lists' }
  /** Settings without words. */
  | { readonly kind: 'silent' }

const story = (part: Part): Destination => ({ kind: 'story', part })
const collect: Destination = { kind: 'collect' }
const silent: Destination = { kind: 'silent' }

const list = (names: string, destination: Destination) =>
  names.split(' ').map((name) => [name, destination] as const)

const table = new Map<string, Destination>([
  ...list('header headerl headerr headerf', story('header')),
  ...list('footer footerl footerr footerf', story('footer')),
  ...list('footnote', story('footnote')),
  ...list('annotation', story('comment')),
  ...list('shptxt dptxbxtext', story('textbox')),
  ...list(
    'title subject author manager company operator category keywords comment doccomm hlinkbase propname staticval linkval docvar atnauthor fldinst bkmkstart sn sv revtbl generator ffname ffdeftext ffhelptext ffstattext ffl xe tc protusertbl objclass objname template leveltext passwordhash factoidname pn themedata colorschememapping datastore xmlnstbl pgptbl filetbl mmathPr wgrffmtfilter shprslt',
    collect,
  ),
  ...list('pict', { kind: 'picture' }),
  ...list('objdata', { kind: 'object' }),
  ...list('fonttbl', { kind: 'fonts' }),
  ...list('colortbl', { kind: 'colours' }),
  ...list('listtable listoverridetable', { kind: 'lists' }),
  // Names of styles and bullets, and what repeats a picture or shape for old readers.
  ...list(
    'falt fname atnid stylesheet listpicture listname levelnumbers liststylename latentstyles atntime atndate atnref atnicn atrfstart atrfend bkmkend creatim revtim printim buptim picprop blipuid nonshppict panose fontemb fontfile rsidtbl pnseclvl',
    silent,
  ),
])

/** `shprslt` repeats a shape's text for old readers, `nonshppict` its picture. */
export function destinationOf(word: string): Destination | null {
  return table.get(word) ?? null
}

/** Marked as unknown to old readers, but around text that is shown or names what it is. */
export const transparent = new Set(
  'ud shpinst shppict nesttableprops do background formfield userprops shpgrp'.split(' '),
)

/** Collected text that the document says of itself. */
export const properties = new Set(
  'title subject author manager company operator category keywords comment doccomm hlinkbase template generator'.split(
    ' ',
  ),
)
