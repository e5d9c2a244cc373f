/** The words a rule file may use for standings, writings, carriers, remarks and ways of hiding; types hold each list to its type. */
import type { HiddenBy, MarkKind, Part, Remark, FormCue, Standing } from '../types.js'

export const standings = [
  'alone-on-line',
  'alone-in-cell',
  'alone-in-segment',
  'set-apart',
  'first-lines',
  'page-head',
  'top-left',
  'top-right',
  'page-edge',
  'header',
  'footer',
  'file-name',
  'property',
  'comment',
  'hidden',
  'deleted',
  'covered',
  'textbox',
  'label',
  'large-type',
  'bold',
  'official-head',
  'under-title',
  'copy-number',
  'title-end',
  'field-cell',
  'at-foot',
  'in-sentence',
  'in-comment-sentence',
  'quoted',
  'work-title',
  'listed',
  'example',
  'introduced',
  'running',
  'in-menu',
  'numbered',
  'topic',
  'code',
  'link',
  'glued',
] as const satisfies readonly Standing[]
export const shownKinds = [
  'level',
  'star',
  'star-substitute',
  'star-misread',
  'term',
  'misread',
  'field',
  'brackets',
  'portion',
  'phrase',
  'number',
  'head',
  'partial',
  'banner',
] as const satisfies readonly FormCue[]

/** Where the text of an example stands. */
export const carriers = [
  'body',
  'head',
  'foot',
  'field',
  'header',
  'footer',
  'file-name',
  'property',
  'label',
  'number-line',
  'under-title',
  'portion',
  'runs',
  'comment',
  'deleted',
  'hidden',
  'concealed',
  'undisplayed',
  'covered',
  'under-panel',
  'cell',
  'form',
] as const

export type Carrier = (typeof carriers)[number]

export const hidings = [
  'same-colour',
  'transparent',
  'invisible-mode',
  'tiny',
  'outside-page',
  'hidden-attribute',
  'not-displayed',
  'hidden-layer',
  'deleted-revision',
  'earlier-revision',
  'removed-page',
  'comment',
  'collapsed',
  'under-shape',
  'under-picture',
  'ocr-layer',
  'layer-only',
  'markup',
  'redaction-pending',
  'cropped',
  'thumbnail',
] as const satisfies readonly HiddenBy[]

/** Parts of a document that a rule about what is seen may be confined to. */
export const parts = [
  'body',
  'header',
  'footer',
  'footnote',
  'endnote',
  'comment',
  'textbox',
  'cell',
  'notes',
  'master',
  'sheet-name',
  'form',
  'annotation',
  'deleted',
] as const satisfies readonly Part[]

/** Ways of hiding that detectors of pixels tell apart. */
export const markKinds = [
  'box',
  'mosaic',
  'blur',
  'marker',
  'scribble',
  'strip',
  'erased',
] as const satisfies readonly MarkKind[]

/** What extractors remark of a file. */
export const remarkNames = [
  'executable',
  'link-missing',
  'link-remote',
  'media-file',
  'picture-remains',
] as const satisfies readonly Remark[]

/** A word of a type that its list lacks would be refused in rules: then this does not compile. */
type Whole<All, List extends readonly All[]> = [Exclude<All, List[number]>] extends [never] ? true : never
export const whole: readonly [Whole<MarkKind, typeof markKinds>, Whole<Remark, typeof remarkNames>] = [
  true,
  true,
]
