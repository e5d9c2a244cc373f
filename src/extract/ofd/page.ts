/** One page of an OFD document with its templates: everything drawn on it, in painting order. */
import { Uninspectable } from '../../errors.js'
import type { Box } from '../../types.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import { areaOf, type OfdDocument, type PageReference } from './document.js'
import { type GraphicUnit, drawnIn, type ElementAllowance } from './objects.js'
import type { OfdPackage } from './package.js'
import { readResources, type Resources } from './resources.js'
import { translate } from '../../plane/matrix.js'

export interface Painted {
  readonly object: GraphicUnit
  readonly resources: Resources
  /** The annotation the object belongs to; absent: the page itself. */
  readonly annotation?: XmlNode
}
export interface OfdPage {
  /** Millimetres. */
  readonly area: Box
  readonly painted: Painted[]
  /** Templates the page asks for that are not there. */
  readonly missing: readonly string[]
  /** More was drawn than is read. */
  overfull: boolean
}

/** Template pages by number, read once. */
export type TemplateCache = Map<string, Promise<Sheet | null>>
interface Sheet {
  readonly root: XmlNode
  readonly resources: Resources
}

export const mostObjects = 300_000
/** Background, body, foreground: what is painted first (7.7). */
const levels: Readonly<Record<string, number>> = { Background: 0, Body: 1, Foreground: 2 }

export async function readCanvas(
  pack: OfdPackage,
  document: OfdDocument,
  reference: PageReference,
  templates: TemplateCache,
): Promise<OfdPage | null> {
  const sheet = await readSheet(pack, document, reference)
  if (!sheet) return null
  const area = areaOf(child(sheet.root, 'Area')) ?? document.area
  const missing: string[] = []
  const steps: {
    level: number
    draw: (tally: ElementAllowance) => Generator<GraphicUnit>
    resources: Resources
  }[] = []
  for (const use of elements(sheet.root, 'Template')) {
    const id = use.attributes['TemplateID'] ?? ''
    const template = await templateSheet(pack, document, id, templates)
    if (!template) missing.push(id)
    else {
      const level = levels[use.attributes['ZOrder'] ?? document.templates.get(id)?.zOrder ?? ''] ?? 0
      steps.push(...layersOf(template, area, level))
    }
  }
  steps.push(...layersOf(sheet, area))
  return { area, missing, ...drawAll(steps) }
}

function drawAll(
  steps: readonly {
    level: number
    draw: (tally: ElementAllowance) => Generator<GraphicUnit>
    resources: Resources
  }[],
) {
  const painted: Painted[] = []
  const tally = { left: mostObjects }
  for (const { draw, resources } of steps.toSorted((one, other) => one.level - other.level))
    for (const object of draw(tally)) painted.push({ object, resources })
  return { painted, overfull: tally.left < 0 }
}

/** The page's corner becomes the origin. */
function layersOf({ root, resources }: Sheet, area: Box, level?: number) {
  return elements(child(root, 'Content')).map((layer) => ({
    level: level ?? levels[layer.attributes['Type'] ?? 'Body'] ?? 1,
    draw: (tally: ElementAllowance) => drawnIn(layer, resources, tally, translate(-area[0], -area[1])),
    resources,
  }))
}

async function readSheet(
  pack: OfdPackage,
  document: OfdDocument,
  reference: PageReference,
): Promise<Sheet | null> {
  const { entry } = reference
  if (!entry) return null
  const root = await pack.read(entry)
  if (!root) throw new Uninspectable('corrupt', { code: 'ofd.no-content', args: { name: entry.name } })
  const parts = elements(root, 'PageRes')
    .map((node) => pack.find(textOf(node), entry.name, document.entry.name))
    .filter((part) => part !== null)
  const bases = [entry.name, document.entry.name]
  return { root, resources: await readResources(pack, parts, bases, document.resources) }
}

function templateSheet(
  pack: OfdPackage,
  document: OfdDocument,
  id: string,
  templates: TemplateCache,
): Promise<Sheet | null> {
  const known = templates.get(id)
  if (known) return known
  const reference = document.templates.get(id)
  const reading = reference ? readSheet(pack, document, reference) : Promise.resolve(null)
  templates.set(id, reading)
  return reading
}
