/** Frames of drawings: where they stand on a slide, and what that means for the text in them. */
import type { Box } from '../../types.js'
import type { XmlElement } from '../shared/xml.js'
import type { Block, OdfContext } from './block.js'
import { points } from './names.js'
import type { PageLayout, OdfStyles } from './styles.js'

/** `kind`: of the block the frame stands in. Boxes matter on slides only: elsewhere text flows. */
export function framed(
  element: XmlElement,
  above: OdfContext,
  styles: OdfStyles,
  kind: Block['kind'] | undefined,
): OdfContext {
  const { ground } = styles.look('graphic', element.attribute('draw:style-name'))
  const prompt = kind === 'master' && element.attribute('presentation:placeholder') === 'true'
  const setting: OdfContext = {
    ...above,
    ...(ground && { ground }),
    ...(kind === 'master' && { part: 'master' }),
    ...(prompt && { hiddenBy: 'markup' }),
  }
  const box = kind === 'slide' || kind === 'master' ? boxOf(element) : null
  if (!box) return setting
  return {
    ...setting,
    box,
    ...(isOutside(box, styles.page) && !setting.hiddenBy && { hiddenBy: 'outside-page' }),
  }
}

function boxOf(element: XmlElement): Box | null {
  const [x, y] = [points(element.attribute('svg:x')), points(element.attribute('svg:y'))]
  if (x === undefined || y === undefined) return null
  return [x, y, points(element.attribute('svg:width')) ?? 0, points(element.attribute('svg:height')) ?? 0]
}

function isOutside([x, y, width, height]: Box, page: PageLayout): boolean {
  if (!page.width || !page.height) return false
  return x + width <= 0 || y + height <= 0 || x >= page.width || y >= page.height
}
