/** Walks a page in reading order and writes its lines; addresses are gathered on the way. */
import type { Line } from '../../types.js'
import { unpackData } from '../shared/links.js'
import { statedLine } from '../shared/stated.js'
import { addressesOf, baseOf } from './addresses.js'
import { asidesOf } from './asides.js'
import { coveredIn, type Covering } from './cover.js'
import { Flow } from './flow.js'
import { type Inside, isInlineElement, isToldApart, type Setting, stylesOf, tableOf } from './inside.js'
import { lookOf, plainLook, whyUnseen } from './sight.js'
import {
  attribute,
  childrenOf,
  isElement,
  whereIs,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './tree.js'

type Task = { readonly node: HtmlNode; readonly inside: Inside } | { readonly end: true }

/** Comments and frames within comments and frames are read so deep. */
const DEEPEST = 4
/** Readings beside characters; left in the line they would split the word. */
const besideText = /^(rt|rp)$/

function pageContext(setting: Setting): Inside {
  return { look: plainLook(setting.styledElsewhere ? null : [255, 255, 255, 1]), depth: 0 }
}

/** Depth-first with a stack of its own: pages nest deeper than calls may. */
export function* readBlocks(
  root: HtmlParent,
  setting: Setting,
  outer: Inside = pageContext(setting),
): Generator<Line> {
  const flow = new Flow()
  const tasks: Task[] = childrenOf(root)
    .toReversed()
    .map((node) => ({ node, inside: outer }))
  while (tasks.length > 0) {
    const task = tasks.pop()!
    if ('end' in task) flow.end()
    else step(task.node, task.inside, flow, tasks, setting)
    yield* flow.take()
  }
  flow.end()
  yield* flow.take()
}

function step(node: HtmlNode, inside: Inside, flow: Flow, tasks: Task[], setting: Setting): void {
  if (isElement(node)) enter(node, inside, flow, tasks, setting)
  else if ('value' in node) flow.add(node.value, inside, whereIs(node))
  else if ('data' in node && node.nodeName === '#comment')
    flow.aside(commentLines(node.data, node, inside, setting))
}

function enter(element: HtmlElement, outer: Inside, flow: Flow, tasks: Task[], setting: Setting): void {
  const { tagName } = element
  setting.base ??= baseOf(element)
  const look = lookOf(element, stylesOf(element, setting), outer.look)
  const hiddenBy = outer.hiddenBy ?? (tagName === 'template' ? 'markup' : undefined)
  const addresses = outer.part === 'comment' ? [] : addressesOf(element)
  setting.links.push(...addresses)
  if (tagName === 'br' || tagName === 'hr') return flow.end()
  if (besideText.test(tagName)) return flow.aside([...readBlocks(element, setting, { ...outer, look })])
  const isInline = isInlineElement(element)
  if (!isInline) flow.end()
  flow.aside(
    asidesOf(element, hiddenBy ?? whyUnseen(look)).map((line) =>
      outer.part ? { ...line, part: outer.part } : line,
    ),
  )
  for (const { href } of addresses) flow.aside(drawnIn(href, outer, setting))
  if (tagName === 'iframe') flow.aside(framed(element, outer, setting))
  if (isToldApart(element)) return
  const inside = { ...outer, look, hiddenBy, ...tableOf(element, outer, setting) }
  if (!isInline) tasks.push({ end: true })
  const covered = coveredIn(
    element,
    look.size,
    (one) => new Map(stylesOf(one, setting).flatMap((said) => [...said])),
  )
  for (const node of childrenOf(element).toReversed())
    tasks.push({ node, inside: covered.has(node) ? beneath(inside, covered.get(node)!) : inside })
}

/** What a box lies over, unless it is hidden already. */
function beneath(inside: Inside, { fits }: Covering): Inside {
  const known = inside.hiddenBy ?? whyUnseen(inside.look)
  return known ? { ...inside, hiddenBy: known } : { ...inside, hiddenBy: 'under-shape', fitted: fits }
}

/** The words of an SVG that stands in the address itself. */
function drawnIn(href: string, outer: Inside, setting: Setting): Line[] {
  const data = /^\s*data:image\/svg/i.test(href) && outer.depth < DEEPEST ? unpackData(href) : null
  if (!data) return []
  const drawing = setting.reader.piece(new TextDecoder().decode(data.bytes))
  return [...readBlocks(drawing, setting, { ...outer, part: 'alt', cell: undefined, depth: outer.depth + 1 })]
}

/** A frame whose page is written in the attribute. */
function framed(element: HtmlElement, outer: Inside, setting: Setting): Line[] {
  const page = attribute(element, 'srcdoc')
  if (page === undefined) return []
  const at = whereIs(element)
  if (outer.depth >= DEEPEST)
    return [statedLine(page, { part: 'code', hiddenBy: 'markup', ...(at && { at }) })]
  return [
    ...readBlocks(setting.reader.piece(page), setting, {
      ...outer,
      at,
      cell: undefined,
      depth: outer.depth + 1,
    }),
  ]
}

/** Markup in a comment is read as markup, so that a mark in it stands on a line of its own. */
function commentLines(data: string, node: HtmlNode, outer: Inside, setting: Setting): Line[] {
  const at = whereIs(node) ?? outer.at
  const hidden = { hiddenBy: 'comment', part: 'comment', ...(at && { at }) } as const
  // The declaration of an XHTML page is no comment, though the HTML parser takes it for one.
  if (/^\?xml\s[^>]*\?$/.test(data)) return []
  const text = data.replace(/^\[if[^\]]*\]>/i, '').replace(/<!\[endif\]$/i, '')
  if (outer.depth < DEEPEST && /<[a-z]/i.test(text)) {
    return [
      ...readBlocks(setting.reader.piece(text), setting, {
        ...outer,
        ...hidden,
        cell: undefined,
        depth: outer.depth + 1,
      }),
    ]
  }
  const lines = text.split(/\r?\n/).entries()
  return [...lines]
    .filter(([, line]) => line.trim() !== '')
    .map(([row, line]) =>
      statedLine(line.trim(), { ...hidden, ...(at?.line !== undefined && { at: { line: at.line + row } }) }),
    )
}
