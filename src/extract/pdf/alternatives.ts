/** Alternative texts of the structure tree (figures, formulas) of one page. */
import { Uninspectable } from '../../errors.js'
import type { Line } from '../../types.js'
import type { Engine } from './engine.js'
import { told } from './info.js'
import { wideText } from './strings.js'

/** Elements visited per page; trees may be made to run in circles. */
const most = 500_000

/** Throws Uninspectable `limit` for a tree without end. */
export function alternativeLines(engine: Engine, page: number): Line[] {
  const { call } = engine
  const tree = call.FPDF_StructTree_GetForPage(page)
  if (tree === 0) return []
  try {
    const texts = new Set<string>()
    const waiting: number[] = []
    for (let index = call.FPDF_StructTree_CountChildren(tree) - 1; index >= 0; index--) {
      waiting.push(call.FPDF_StructTree_GetChildAtIndex(tree, index))
    }
    for (let visited = 0; waiting.length > 0; visited++) {
      if (visited >= most) throw new Uninspectable('limit', { code: 'pdf.structure', args: { limit: most } })
      const element = waiting.pop()!
      if (element === 0) continue
      texts.add(
        wideText(engine, (buffer, bytes) => call.FPDF_StructElement_GetAltText(element, buffer, bytes)),
      )
      for (let index = call.FPDF_StructElement_CountChildren(element) - 1; index >= 0; index--) {
        waiting.push(call.FPDF_StructElement_GetChildAtIndex(element, index))
      }
    }
    return [...texts].flatMap((text) => told(text, 'alt'))
  } finally {
    call.FPDF_StructTree_Close(tree)
  }
}
