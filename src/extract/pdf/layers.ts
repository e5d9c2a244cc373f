/** Optional content: is an object inside marked content of a layer that is switched off (ISO 32000-1, 8.11.3.2)? */
import type { Engine } from './engine.js'
import { wideText, withAscii } from './strings.js'

/** `hidden`: keys of layers. */
export function isOnHiddenLayer(engine: Engine, object: number, hidden: ReadonlySet<string>): boolean {
  const { call } = engine
  const count = call.FPDFPageObj_CountMarks(object)
  for (let index = 0; index < count; index++) {
    const mark = call.FPDFPageObj_GetMark(object, index)
    const kind = sized(engine, (buffer, bytes, size) =>
      call.FPDFPageObjMark_GetName(mark, buffer, bytes, size),
    )
    if (kind !== 'OC') continue
    const name = withAscii(engine, 'Name', (key) =>
      sized(engine, (buffer, bytes, size) =>
        call.FPDFPageObjMark_GetParamStringValue(mark, key, buffer, bytes, size),
      ),
    )
    if (hidden.has(layerKey(name))) return true
  }
  return false
}

/**
 * What is left of a layer's name on both sides: PDFium reads the bytes of names in marks as UTF-8 and drops all that
 * is not, so only bytes below 0x80 can be compared. Layers whose keys are alike are taken for one.
 */
export function layerKey(name: string): string {
  return name.replace(/[^\u0001-\u007f]/g, '')
}

/** For getters that write the needed length to an address of its own. */
function sized(engine: Engine, get: (buffer: number, bytes: number, size: number) => number): string {
  const size = engine.scratch + 128
  return wideText(engine, (buffer, bytes) => {
    engine.memory().u32[size >> 2] = 0
    get(buffer, bytes, size)
    return engine.memory().u32[size >> 2]!
  })
}
