/** The formats, in order of priority. Adding one is one file and one line here. */
import type { Extractor, Probe } from '../types.js'
import { archives } from './archive.js'
import { metafile } from './metafile.js'
import { ppt } from './ppt.js'
import { xls } from './xls.js'
import { doc } from './doc.js'
import { docx } from './docx.js'
import { dbf } from './dbf.js'
import { compound } from './compound.js'
import { dxf } from './dxf.js'
import { encryptedOffice } from './encrypted-office.js'
import { epub } from './epub.js'
import { foreign } from './foreign.js'
import { formControl } from './form-control.js'
import { html } from './html.js'
import { icon } from './icon.js'
import { inert } from './inert.js'
import { media } from './media.js'
import { mime } from './mime.js'
import { msg } from './msg.js'
import { odf } from './odf.js'
import { officeXml } from './office-xml.js'
import { ofd } from './ofd.js'
import { pdf } from './pdf.js'
import { picture } from './picture.js'
import { pptx } from './pptx.js'
import { rtf } from './rtf.js'
import { shortcut } from './shortcut.js'
import { svg } from './svg.js'
import { text } from './text.js'
import { tnef } from './tnef.js'
import { uof } from './uof.js'
import { vcard } from './vcard.js'
import { warc } from './warc.js'
import { xlsx } from './xlsx.js'
import { xps } from './xps.js'

export const extractors: readonly Extractor[] = [
  ofd,
  pdf,
  docx,
  xlsx,
  pptx,
  uof,
  odf,
  epub,
  xps,
  rtf,
  formControl,
  encryptedOffice,
  msg,
  tnef,
  doc,
  xls,
  ppt,
  picture,
  icon,
  metafile,
  inert,
  ...archives,
  media,
  compound,
  shortcut,
  dbf,
  foreign,
  officeXml,
  warc,
  mime,
  svg,
  vcard,
  dxf,
  html,
  text,
]

export function pickExtractor(probe: Probe): Extractor | null {
  return extractors.find((extractor) => extractor.accepts(probe)) ?? null
}
