/** Walks a page in reading order and writes its lines; addresses are gathered on the way. */
import type { Line } from '../../../types.js'
import { addressesOf, baseOf } from './addresses.js'
import { asidesOf } from './asides.js'
import { coveredIn, type ElementCover } from './cover.js'
import { Flow } from './flow.js'
import { drawnBy, generatedBy } from './generated.js'
import {
  type ElementContext,
  isInlineElement,
  isToldApart,
  type PageContext,
  saidOf,
  tableOf,
} from './inside.js'
import { commentIn, drawnIn, framed, type Nested, scriptIn } from './nested.js'
import { lookOf, plainLook, whyUnseen } from './sight.js'
import { childrenOf, isElement, whereIs, type HtmlElement, type HtmlNode, type HtmlParent } from './tree.js'

type Task =
  | { readonly node: HtmlNode; readonly inside: ElementContext }
  | { readonly end: true }
  | { readonly write: () => void }

/** Readings beside characters; left in the line they would split the word. */
const besideText = /^(rt|rp)$/

function pageContext(setting: PageContext): ElementContext {
  return { look: plainLook(setting.styledElsewhere ? null : [255, 255, 255, 1]), depth: 0 }
}

/** Depth-first with a stack of its own: pages nest deeper than calls may. */
export function* readBlocks(
  root: HtmlParent,
  setting: PageContext,
  outer: ElementContext = pageContext(setting),
): Generator<Line> {
  const flow = new Flow()
  const tasks: Task[] = childrenOf(root)
    .toReversed()
    .map((node) => ({ node, inside: outer }))
  while (tasks.length > 0) {
    const task = tasks.pop()!
    if ('end' in task) flow.end()
    else if ('write' in task) task.write()
    else step(task.node, task.inside, flow, tasks, setting)
    yield* flow.take()
  }
  flow.end()
  yield* flow.take()
}

function step(node: HtmlNode, inside: ElementContext, flow: Flow, tasks: Task[], setting: PageContext): void {
  if (isElement(node)) enter(node, inside, flow, tasks, setting)
  else if ('value' in node)
    flow.add(node.value, isLoose(node, setting) ? kept(inside) : inside, whereIs(node))
  else if ('data' in node && node.nodeName === '#comment')
    flow.aside(read(commentIn(node.data, node, inside, setting), setting))
}

const isLoose = (node: HtmlNode, { breaks }: PageContext): boolean =>
  breaks === true && node.parentNode?.nodeName === '#document-fragment'
const kept = (inside: ElementContext): ElementContext => ({ ...inside, look: { ...inside.look, kept: true } })

/** What stands in a page and is a page itself, read in its turn. */
const read = (found: readonly (Line | Nested)[], setting: PageContext): Line[] =>
  found.flatMap((one) => ('root' in one ? [...readBlocks(one.root, setting, one.inside)] : [one]))

function enter(
  element: HtmlElement,
  outer: ElementContext,
  flow: Flow,
  tasks: Task[],
  setting: PageContext,
): void {
  const { tagName } = element
  setting.base ??= baseOf(element)
  const said = saidOf(element, setting)
  const look = lookOf(element, said, outer.look)
  const hiddenBy = outer.hiddenBy ?? (tagName === 'template' ? 'markup' : undefined)
  const isComment = outer.part === 'comment'
  const own = isComment ? [] : addressesOf(element)
  const addresses = isComment ? [] : [...own, ...drawnBy(element, said, own, setting)]
  setting.links.push(...addresses)
  if (tagName === 'br' || tagName === 'hr') return flow.end()
  if (besideText.test(tagName)) return flow.aside([...readBlocks(element, setting, { ...outer, look })])
  const isInline = isInlineElement(element, said)
  if (!isInline) flow.end()
  flow.aside(
    asidesOf(element, hiddenBy ?? whyUnseen(look)).map((line) =>
      outer.part ? { ...line, part: outer.part } : line,
    ),
  )
  for (const { href } of addresses) flow.aside(read(drawnIn(href, outer, setting), setting))
  if (tagName === 'iframe') flow.aside(read(framed(element, outer, setting), setting))
  if (tagName === 'script') flow.aside(read(scriptIn(element, outer, setting), setting))
  if (isToldApart(element)) return
  const inside = { ...outer, look, hiddenBy, ...tableOf(element, outer, setting) }
  if (!isInline) tasks.push({ end: true })
  const [before, after] = generatedBy(element, inside, flow, setting)
  if (after) tasks.push({ write: after })
  const covered = coveredIn(element, look.size, (one) => saidOf(one, setting))
  for (const node of childrenOf(element).toReversed())
    tasks.push({ node, inside: covered.has(node) ? beneath(inside, covered.get(node)!) : inside })
  before?.()
}

/** What a box lies over, unless it is hidden already. */
function beneath(inside: ElementContext, { fits }: ElementCover): ElementContext {
  const known = inside.hiddenBy ?? whyUnseen(inside.look)
  return known ? { ...inside, hiddenBy: known } : { ...inside, hiddenBy: 'under-shape', fitted: fits }
}
