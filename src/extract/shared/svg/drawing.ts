/** What a drawing shows besides its texts, as a drawing of its own without texts, pictures, scripts and outer addresses. */
import type { Box } from '../../../types.js'
import { within, type XmlNode } from '../xml/tree.js'

/** Read elsewhere, or never to be run or fetched. */
const left = /^(text|image|foreignObject|script|metadata|title|desc|filter|animate\w*|set|feImage|pgf)$/

/** Strokes of all shapes together: a sign of a few strokes is no writing. */
export function strokesIn(root: XmlNode): number {
  let strokes = 0
  for (const { name, attributes } of within(root)) {
    if (name === 'path') strokes += (attributes['d'] ?? '').match(/[a-df-z]/gi)?.length ?? 0
    else if (/^poly(gon|line)$/.test(name))
      strokes += (attributes['points'] ?? '').split(/[\s,]+/).length >> 1
    else if (/^(line|use)$/.test(name)) strokes++
  }
  return strokes
}

/** White shapes are seen on grey only, and black ones too. */
export function groundOf(markup: string): string {
  return /(fill|stroke)\s*[:=]\s*["']?\s*(#fff(fff)?\b|white\b)/i.test(markup) ? '#999999' : '#ffffff'
}

/** The inner markup of the root, to be put in an `<svg>` of any size. */
export function shapesOf(root: XmlNode): string {
  const out: string[] = []
  const tasks: (XmlNode | string)[] = [...root.content].toReversed()
  while (tasks.length > 0) {
    const task = tasks.pop()!
    if (typeof task === 'string') out.push(task)
    else if (!left.test(task.name) && /^[A-Za-z][\w.-]*$/.test(task.name)) {
      out.push(`<${task.name}${attributesOf(task)}>`)
      tasks.push(`</${task.name}>`)
      for (const item of task.content.toReversed())
        if (typeof item !== 'string') tasks.push(item)
        else if (task.name === 'style') tasks.push(escaped(safeStyle(item)))
    }
  }
  return out.join('')
}

export function svgOf(
  shapes: string,
  root: XmlNode,
  [x, y, width, height]: Box,
  size: readonly [number, number],
): string {
  const own = { ...root.attributes }
  for (const name of ['width', 'height', 'viewBox', 'preserveAspectRatio', 'x', 'y', 'xmlns', 'version'])
    delete own[name]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="${x} ${y} ${width} ${height}" preserveAspectRatio="none"${attributesOf({ ...root, attributes: own })}>${shapes}</svg>`
}

function attributesOf({ attributes }: XmlNode): string {
  return Object.entries(attributes)
    .filter(
      ([name, value]) =>
        /^[A-Za-z][\w-]*$/.test(name) && !/^(on\w+|filter)$/i.test(name) && !isOuter(name, value),
    )
    .map(([name, value]) => ` ${name}="${escaped(safeStyle(value))}"`)
    .join('')
}

const isOuter = (name: string, value: string) => /^(href|src)$/.test(name) && !value.trim().startsWith('#')

function safeStyle(value: string): string {
  return value
    .replace(/@import[^;]*;?/gi, '')
    .replace(/url\(\s*(?!['"]?#)[^)]*\)/gi, 'none')
    .replace(/\bfilter\s*:[^;}]*/gi, '')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
