/** A page by itself in a document of its own: no layer is switched off there, and annotations become part of what it draws. */
import { type Engine, isCrash } from './engine.js'
import type { OpenPdf } from './open.js'

/** FPDF_ANNOT_FLAG_* of fpdf_annot.h. */
const [hidden, printed] = [2, 4]
/** FLAT_PRINT and FLATTEN_SUCCESS of fpdf_flatten.h. */
const [asPrinted, flattened] = [1, 1]

/** A page of the copy; valid while `use` runs. */
export interface CopiedPage {
  readonly handle: number
  /** How many of its objects it had before annotations became objects: those come behind. */
  readonly own: number
}

/**
 * `index`: 0-based; `annotations`: by number, those that are drawn into it, whatever their flags say. Null where the engine
 * does not make such a copy.
 */
export function withCopy<T>(
  { engine, handle }: OpenPdf,
  index: number,
  annotations: ReadonlySet<number>,
  use: (page: CopiedPage) => T,
): T | null {
  const { call, scratch } = engine
  const copy = call.FPDF_CreateNewDocument()
  if (copy === 0) return null
  return closing(
    () => call.FPDF_CloseDocument(copy),
    () => {
      engine.memory().i32[scratch >> 2] = index
      if (!call.FPDF_ImportPagesByIndex(copy, handle, scratch, 1, 0)) return null
      const own = drawnInto(engine, copy, annotations)
      return own === null ? null : withPage(engine, copy, (page) => use({ handle: page, own }))
    },
  )
}

function drawnInto(engine: Engine, copy: number, annotations: ReadonlySet<number>): number | null {
  const { call } = engine
  return withPage(engine, copy, (page) => {
    const own = call.FPDFPage_CountObjects(page)
    if (annotations.size === 0) return own
    const count = call.FPDFPage_GetAnnotCount(page)
    for (let number = 0; number < count; number++) {
      const annotation = call.FPDFPage_GetAnnot(page, number)
      if (annotation === 0) continue
      call.FPDFAnnot_SetFlags(annotation, annotations.has(number) ? printed : hidden)
      call.FPDFPage_CloseAnnot(annotation)
    }
    return call.FPDFPage_Flatten(page, asPrinted) === flattened ? own : null
  })
}

function withPage<T>({ call }: Engine, document: number, use: (page: number) => T): T | null {
  const page = call.FPDF_LoadPage(document, 0)
  if (page === 0) return null
  return closing(
    () => call.FPDF_ClosePage(page),
    () => use(page),
  )
}

/** An engine that crashed is dropped with all that is open in it; nothing of it may be touched again. */
function closing<T>(close: () => void, use: () => T): T {
  let crashed = false
  try {
    return use()
  } catch (error) {
    crashed = isCrash(error)
    throw error
  } finally {
    if (!crashed) close()
  }
}
