/** Drawings and VML shapes: alternative texts, watermarks, what colour lies inside, whether they show. */
import type { HiddenBy } from '../../types.js'
import { isThinPreset } from '../shared/office-art/shapes.js'
import type { XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { addCover } from './story-covers.js'
import type { Anchor } from './anchored.js'
import { changeVml, vmlShapeOf } from './vml.js'
import { aside, type StoryState } from './story-state.js'

const vmlShape = /^v:(shape|rect|roundrect|oval|polyline|line|arc|curve|image)$/

/** Names programs give by themselves: 图片 1, Text Box 2. */
const givenName =
  /^(图片|图像|文本框|形状|图形|组合|矩形|圆角矩形|直线|直接|椭圆|箭头|对象|图表|画布|艺术字|任意多边形)/

export function openDrawing(reading: StoryState, element: XmlElement, parent: string): void {
  const { name } = element
  changeVml(reading.shapes.at(-1), element)
  if (name === 'wp:docPr' || name === 'pic:cNvPr' || name === 'wps:cNvPr') tellProperties(reading, element)
  else if (name.startsWith('wp:')) openAnchor(reading, element, parent)
  else if (vmlShape.test(name)) openVml(reading, element)
  else if (name === 'wps:wsp') reading.shapes.push({ ground: 'unknown', ...unseen(reading.anchor) })
  else if (name === 'v:textpath') {
    aside(reading, {
      part: watermarkPart(reading),
      text: element.attribute('string') ?? '',
      label: 'watermark',
    })
  } else if (name === 'v:imagedata') {
    aside(reading, { part: 'alt', text: element.attribute('o:title') ?? element.attribute('title') ?? '' })
  } else if (name === 'w:tblCaption' || name === 'w:tblDescription') {
    aside(reading, { part: 'alt', text: element.attribute('w:val') ?? '', label: element.local })
  } else if (name === 'pic:pic') reading.backdrop ||= reading.behind
  else if (name.startsWith('a:')) openFill(reading, element, parent)
}

/** Of the shape itself (`wps:spPr`), not of its outline; from the theme (`wps:style`) where it says nothing. */
function openFill({ shapes, path }: StoryState, element: XmlElement, parent: string): void {
  const shape = shapes.at(-1)
  const { name } = element
  if (!shape) return
  if (parent === 'wps:spPr') {
    if (name === 'a:noFill') shape.opaque = false
    else if (/^a:(solid|grad|patt|blip|grp)Fill$/.test(name)) shape.opaque = true
    else if (name === 'a:prstGeom' && isThinPreset(element.attribute('prst') ?? '')) shape.thin = true
  } else if (parent === 'wps:style' && name === 'a:fillRef') {
    shape.opaque ??= (element.attribute('idx') ?? '0') !== '0'
  } else if (name === 'a:srgbClr' && parent === 'a:solidFill' && path.at(-3) === 'wps:spPr') {
    shape.ground = (element.attribute('val') ?? 'unknown').toLowerCase()
  } else if (name === 'a:alpha' && path.at(-4) === 'wps:spPr' && alphaOf(element) < 95) shape.opaque = false
}

/** ST_PositiveFixedPercentage: 100000 or `100%`. */
function alphaOf(element: XmlElement): number {
  const value = element.attribute('val') ?? ''
  return Number.parseFloat(value) / (value.endsWith('%') ? 1 : 1000)
}

function openAnchor(reading: StoryState, element: XmlElement, parent: string): void {
  const { name } = element
  if (name === 'wp:anchor') {
    reading.anchor = { width: 0, height: 0 }
    reading.behind = element.attribute('behindDoc') === '1'
  } else if (name === 'wp:extent' && reading.anchor) {
    reading.anchor.width = Number(element.attribute('cx')) || 0
    reading.anchor.height = Number(element.attribute('cy')) || 0
  } else if (name === 'wp:positionV' && reading.anchor) {
    if (/^(paragraph|line)$/.test(element.attribute('relativeFrom') ?? 'paragraph'))
      reading.anchor.byParagraph = true
  } else if (name === 'wp:positionH' && reading.anchor) {
    if (/^(column|character|margin)$/.test(element.attribute('relativeFrom') ?? 'column'))
      reading.anchor.byText = true
  } else if (/^wp:wrap(Square|Tight|Through|TopAndBottom)$/.test(name) && reading.anchor) {
    reading.anchor.wrapped = true
  } else if (name === 'wp:posOffset' && reading.anchor) {
    const { anchor } = reading
    reading.capture = (text) => {
      if (parent === 'wp:positionH') anchor.left = Number(text)
      else anchor.top = Number(text)
    }
  }
}

/** Offsets count from page, margin or column: 5 cm beyond the edge is off any page, and so is half a metre to the right. */
const BEYOND_EDGE = 1_800_000
const BEYOND_PAGE = 20_000_000

function unseen(anchor: Anchor | null): { hiddenBy?: HiddenBy } {
  if (anchor?.hidden) return { hiddenBy: 'hidden-attribute' }
  if (!anchor) return {}
  const { left = 0, top = 0, width, height } = anchor
  const isOff =
    left + width < -BEYOND_EDGE || top + height < -BEYOND_EDGE || left > BEYOND_PAGE || top > 2 * BEYOND_PAGE
  return isOff ? { hiddenBy: 'outside-page' } : {}
}

function tellProperties(reading: StoryState, element: XmlElement): void {
  for (const label of ['descr', 'title']) {
    aside(reading, { part: 'alt', text: element.attribute(label) ?? '', label })
  }
  if (element.name === 'wp:docPr' && reading.anchor && element.attribute('hidden') === '1') {
    reading.anchor.hidden = true
  }
  const given = element.attribute('name') ?? ''
  if (hasHan(given) && !givenName.test(given)) aside(reading, { part: 'alt', text: given, label: 'name' })
}

function openVml(reading: StoryState, element: XmlElement): void {
  reading.shapes.push(vmlShapeOf(element))
  aside(reading, { part: 'alt', text: element.attribute('alt') ?? '', label: 'alt' })
  aside(reading, { part: 'alt', text: element.attribute('title') ?? '', label: 'title' })
}

/** Word and WPS keep watermarks in headers; anywhere else the same letters are a text box. */
function watermarkPart({ part }: StoryState): 'header' | 'footer' | 'textbox' {
  return part === 'header' || part === 'footer' ? part : 'textbox'
}

export function closeDrawing(reading: StoryState, name: string): void {
  const closed = vmlShape.test(name) || name === 'wps:wsp' ? reading.shapes.pop() : undefined
  if (closed && name === 'wps:wsp') addCover(reading, 'shape', closed)
  else if (closed?.anchor && !reading.path.includes('mc:Fallback')) addCover(reading, 'shape', closed)
  if (name === 'pic:pic') addCover(reading, 'picture')
  if (name === 'wp:posOffset') reading.capture = null
  if (name === 'wp:anchor') {
    reading.behind = false
    reading.anchor = null
  }
}
