/** Draws a page with some of its objects switched off. */
import type { Engine } from './engine.js'

/** FPDF_PAGEOBJ_FORM of fpdf_edit.h. */
const formObject = 5
/** Deeper forms are listed by nobody. */
const deepest = 12

/** `orders`: positions in drawing order as `readObjects` counts them; the objects are switched on again afterwards. */
export function withoutObjects(
  engine: Engine,
  page: number,
  orders: ReadonlySet<number>,
  draw: () => void,
): void {
  if (orders.size === 0) return draw()
  const { call } = engine
  const handles = handlesOf(engine, page, (order) => orders.has(order))
  for (const handle of handles) call.FPDFPageObj_SetIsActive(handle, 0)
  draw()
  for (const handle of handles) call.FPDFPageObj_SetIsActive(handle, 1)
}

/** Draws nothing but the objects at these positions, each where and as it stands. */
export function onlyObjects(
  engine: Engine,
  page: number,
  orders: ReadonlySet<number>,
  draw: () => void,
): void {
  const { call } = engine
  const others = handlesOf(engine, page, (order, kind) => kind !== formObject && !orders.has(order))
  for (const handle of others) call.FPDFPageObj_SetIsActive(handle, 0)
  draw()
  for (const handle of others) call.FPDFPageObj_SetIsActive(handle, 1)
}

function handlesOf(
  { call }: Engine,
  page: number,
  isWanted: (order: number, kind: number) => boolean,
): number[] {
  const handles: number[] = []
  let order = 0
  const visit = (object: number, depth: number): void => {
    order++
    const kind = call.FPDFPageObj_GetType(object)
    if (isWanted(order, kind)) handles.push(object)
    if (kind !== formObject || depth >= deepest) return
    const count = call.FPDFFormObj_CountObjects(object)
    for (let index = 0; index < count; index++) visit(call.FPDFFormObj_GetObject(object, index), depth + 1)
  }
  const count = call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index++) visit(call.FPDFPage_GetObject(page, index), 0)
  return handles
}
