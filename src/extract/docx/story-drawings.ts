/** Drawings and VML shapes: alternative texts, watermarks, what colour lies inside, whether they show. */
import type { XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml-text.js'
import { aside, type Reading } from './story-state.js'

const vmlShape = /^v:(shape|rect|roundrect|oval|polyline|line|arc|curve|image)$/

/** Names programs give by themselves: 图片 1, Text Box 2. */
const givenName =
  /^(图片|图像|文本框|形状|图形|组合|矩形|圆角矩形|直线|直接|椭圆|箭头|对象|图表|画布|艺术字|任意多边形)/

export function openDrawing(reading: Reading, element: XmlElement, parent: string): void {
  const { name } = element
  if (name === 'wp:docPr' || name === 'pic:cNvPr' || name === 'wps:cNvPr') tellProperties(reading, element)
  else if (vmlShape.test(name)) openVml(reading, element)
  else if (name === 'wps:wsp') reading.shapes.push({ ground: 'unknown', hidden: false })
  else if (name === 'v:textpath') {
    aside(reading, {
      part: watermarkPart(reading),
      text: element.attribute('string') ?? '',
      label: 'watermark',
    })
  } else if (name === 'v:imagedata') {
    aside(reading, { part: 'alt', text: element.attribute('o:title') ?? element.attribute('title') ?? '' })
  } else if (name === 'wp:anchor') {
    reading.behind = element.attribute('behindDoc') === '1'
  } else if (name === 'pic:pic') {
    reading.backdrop ||= reading.behind
  } else if (name === 'a:srgbClr' && parent === 'a:solidFill' && reading.path.at(-3) === 'wps:spPr') {
    const shape = reading.shapes.at(-1)
    if (shape) shape.ground = (element.attribute('val') ?? 'unknown').toLowerCase()
  }
}

function tellProperties(reading: Reading, element: XmlElement): void {
  for (const label of ['descr', 'title']) {
    aside(reading, { part: 'alt', text: element.attribute(label) ?? '', label })
  }
  const given = element.attribute('name') ?? ''
  if (hasHan(given) && !givenName.test(given)) aside(reading, { part: 'alt', text: given, label: 'name' })
}

function openVml(reading: Reading, element: XmlElement): void {
  const style = element.attribute('style') ?? ''
  const fill = /^#?([0-9a-f]{6})\b/i.exec(element.attribute('fillcolor') ?? '')?.[1]
  reading.shapes.push({
    ground: fill?.toLowerCase() ?? 'unknown',
    hidden: /(visibility\s*:\s*hidden|display\s*:\s*none)/i.test(style),
  })
  aside(reading, { part: 'alt', text: element.attribute('alt') ?? '', label: 'alt' })
  aside(reading, { part: 'alt', text: element.attribute('title') ?? '', label: 'title' })
}

/** Word and WPS keep watermarks in headers; anywhere else the same letters are a text box. */
function watermarkPart({ part }: Reading): 'header' | 'footer' | 'textbox' {
  return part === 'header' || part === 'footer' ? part : 'textbox'
}

export function closeDrawing(reading: Reading, name: string): void {
  if (vmlShape.test(name) || name === 'wps:wsp') reading.shapes.pop()
  if (name === 'wp:anchor') reading.behind = false
}
