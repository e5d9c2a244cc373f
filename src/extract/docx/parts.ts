/** What each entry of a Word package is, told by its content type, else by where Word and WPS put it. */
import { extensionOf } from '../shared/ooxml.js'

export type DocxPartKind =
  | 'body'
  | 'header'
  | 'footer'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'glossary'
  | 'styles'
  | 'numbering'
  | 'settings'
  | 'people'
  | 'core'
  | 'app'
  | 'custom'
  | 'label'
  | 'drawing'
  /** XML of which only the words matter. */
  | 'xml'
  /** XML that holds no words when written by an office program: fonts, themes, view settings. */
  | 'helper'
  | 'font'
  | 'thumbnail'
  | 'printer'
  | 'picture'
  | 'attachment'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const office = 'application/vnd.openxmlformats-officedocument.'

const byContentType: Readonly<Record<string, DocxPartKind>> = {
  [`${word}document.main+xml`]: 'body',
  [`${word}template.main+xml`]: 'body',
  'application/vnd.ms-word.document.macroenabled.main+xml': 'body',
  'application/vnd.ms-word.template.macroenabledtemplate.main+xml': 'body',
  [`${word}document.glossary+xml`]: 'glossary',
  [`${word}header+xml`]: 'header',
  [`${word}footer+xml`]: 'footer',
  [`${word}footnotes+xml`]: 'footnotes',
  [`${word}endnotes+xml`]: 'endnotes',
  [`${word}comments+xml`]: 'comments',
  [`${word}styles+xml`]: 'styles',
  [`${word}numbering+xml`]: 'numbering',
  [`${word}settings+xml`]: 'settings',
  [`${word}people+xml`]: 'people',
  'application/vnd.openxmlformats-package.core-properties+xml': 'core',
  [`${office}extended-properties+xml`]: 'app',
  [`${office}custom-properties+xml`]: 'custom',
  'application/vnd.ms-office.classificationlabels+xml': 'label',
  [`${office}drawingml.chart+xml`]: 'drawing',
  'application/vnd.ms-office.chartex+xml': 'drawing',
  [`${office}drawingml.chartshapes+xml`]: 'drawing',
  [`${office}drawingml.diagramdata+xml`]: 'drawing',
  'application/vnd.ms-office.drawingml.diagramdrawing+xml': 'drawing',
}

const byName: readonly (readonly [RegExp, DocxPartKind])[] = [
  [/^word\/glossary\/document\.xml$/, 'glossary'],
  [/^word\/document\d*\.xml$/, 'body'],
  [/^word\/(glossary\/)?header\d*\.xml$/, 'header'],
  [/^word\/(glossary\/)?footer\d*\.xml$/, 'footer'],
  [/^word\/(glossary\/)?footnotes\.xml$/, 'footnotes'],
  [/^word\/(glossary\/)?endnotes\.xml$/, 'endnotes'],
  [/^word\/(glossary\/)?comments\.xml$/, 'comments'],
  [/^word\/(glossary\/)?(theme\/theme\d*|websettings|fonttable|styleswitheffects)\.xml$/, 'helper'],
  [/^word\/glossary\/(settings|styles|numbering)\.xml$/, 'helper'],
  [/^word\/comments(ids|extended|extensible)\.xml$/, 'helper'],
  [/^word\/(diagrams\/(layout|colors|quickstyle)|charts\/(style|colors))\d*\.xml$/, 'helper'],
  [/^word\/styles\.xml$/, 'styles'],
  [/^word\/numbering\.xml$/, 'numbering'],
  [/^word\/settings\.xml$/, 'settings'],
  [/^word\/people\.xml$/, 'people'],
  [/^docprops\/core\.xml$/, 'core'],
  [/^docprops\/app\.xml$/, 'app'],
  [/^docprops\/custom\.xml$/, 'custom'],
  [/^docmetadata\/labelinfo\.xml$/, 'label'],
  [/^word\/(charts\/chart|drawings\/|diagrams\/(data|drawing))[^/]*\.xml$/, 'drawing'],
  [/^docprops\/thumbnail\.(jpe?g|png|emf|wmf)$/, 'thumbnail'],
  [/^word\/printersettings\/[^/]*\.bin$/, 'printer'],
  [/\.(odttf|ttf|otf|fntdata)$/, 'font'],
]

const pictures = new Set([
  'png',
  'jpg',
  'jpeg',
  'jpe',
  'gif',
  'bmp',
  'dib',
  'tif',
  'tiff',
  'webp',
  'avif',
  'emf',
  'wmf',
])

/** `contentType` in lower case; the name as stored. A stated type decides, except where it would spare a part from being looked at. */
export function kindOf(name: string, contentType: string): DocxPartKind {
  const path = name.toLowerCase()
  const stated = byContentType[contentType]
  if (stated) return stated
  const known = byName.find(([pattern]) => pattern.test(path))
  if (known) return known[1]
  const extension = extensionOf(path)
  if (pictures.has(extension) || /^word\/media\/[^/.]*$/.test(path)) return 'picture'
  if (contentType.startsWith('image/') && contentType !== 'image/svg+xml') return 'picture'
  if (extension === 'svg') return 'picture'
  return extension === 'xml' || extension === 'rels' || contentType.endsWith('+xml') ? 'xml' : 'attachment'
}
