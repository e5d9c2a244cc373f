/** Where a link goes, if that is text of its own: an address or a file. */
import type { OpenPdf } from './open.js'
import { narrowText } from './strings.js'

/** PDFACTION_* of fpdf_doc.h. */
const [remote, address, launch] = [2, 3, 4]

export function linkTarget({ engine, handle }: OpenPdf, annotation: number): string {
  const { call } = engine
  const link = call.FPDFAnnot_GetLink(annotation)
  const action = link ? call.FPDFLink_GetAction(link) : 0
  const type = action ? call.FPDFAction_GetType(action) : 0
  if (type === address) {
    return decoded(
      narrowText(engine, (buffer, bytes) => call.FPDFAction_GetURIPath(handle, action, buffer, bytes)),
    )
  }
  if (type !== remote && type !== launch) return ''
  return narrowText(engine, (buffer, bytes) => call.FPDFAction_GetFilePath(action, buffer, bytes))
}

/** Percent-encoded Han names are words too. */
function decoded(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
