/** Text that claims to say something else than it shows: marked content with /ActualText (ISO 32000-1, 14.9.4). */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'

/** FPDF_OBJECT_STRING of fpdfview.h. */
const stringType = 3
/** In ems: one ligature or dash is no word. */
const longerThanOne = 1.5

/**
 * PDFium tells the replacement instead of the characters drawn, or nothing where the replacement is blank, so what
 * such an object shows must be looked at. Lives as long as its page; `close` it.
 */
export class ReplacedText {
  readonly #engine: Engine
  readonly #key: number
  /** Marks are shared by all objects between BDC and EMC. */
  readonly #known = new Map<number, boolean>()

  constructor(engine: Engine) {
    this.#engine = engine
    this.#key = engine.call.malloc(16)
    engine.memory().u8.set(Buffer.from('ActualText\0', 'latin1'), this.#key)
  }

  /** `box`: where the object stands, in points; it must be longer than one character is wide. */
  isWord(object: number, box: () => Box): boolean {
    const { call } = this.#engine
    const count = call.FPDFPageObj_CountMarks(object)
    for (let index = 0; index < count; index++) {
      if (!this.#replaces(call.FPDFPageObj_GetMark(object, index))) continue
      const [, , width, height] = box()
      return Math.max(width, height) > longerThanOne * this.#typeSize(object)
    }
    return false
  }

  #typeSize(object: number): number {
    const { call, scratch } = this.#engine
    call.FPDFTextObj_GetFontSize(object, scratch)
    call.FPDFPageObj_GetMatrix(object, scratch + 8)
    const { f32 } = this.#engine.memory()
    const at = scratch >> 2
    return Math.abs(f32[at]!) * Math.hypot(f32[at + 4]!, f32[at + 5]!)
  }

  #replaces(mark: number): boolean {
    const before = this.#known.get(mark)
    if (before !== undefined) return before
    const type = this.#engine.call.FPDFPageObjMark_GetParamValueType(mark, this.#key)
    this.#known.set(mark, type === stringType)
    return type === stringType
  }

  close(): void {
    this.#engine.call.free(this.#key)
  }
}
