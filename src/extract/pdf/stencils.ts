/** Shapes whose letters are not in their outline: cut out by a clip or a mask, laid by a pattern, kept in a picture's mask. */
import type { Box } from '../../types.js'
import { shownBox } from './clip.js'
import { fillOf } from './coat.js'
import type { Engine } from './engine.js'
import type { PdfFacts } from './facts.js'
import { isLegible } from './legible.js'
import { type PageObject, pixelSize } from './objects.js'
import { isLettering } from './outlines.js'

/** What PDFium answers for the colour of a coloured tiling pattern (CPDF_ColorState::SetPattern); a grey like any other. */
const patternGrey = 0xbf
const full = 255

/** The box of what shows of such a shape; null where it can hold no letters. */
export function stencilled(engine: Engine, object: PageObject, facts: PdfFacts): Box | null {
  if (!isLegible(object.box)) return null
  const cut = isCutByLetters(engine, object)
  if (!cut && !isMasked(engine, object, facts) && !isPatterned(engine, object, facts)) return null
  const box = shownBox(engine, object)
  return box && isLegible(box) ? box : null
}

/** A picture is drawn through its clip with all the page and read as pictures are. */
function isCutByLetters(engine: Engine, { kind, handle }: PageObject): boolean {
  if (kind === 'image') return false
  const { call } = engine
  const clip = call.FPDFPageObj_GetClipPath(handle)
  const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip)
  for (let path = 0; path < paths; path++) {
    const count = call.FPDFClipPath_CountPathSegments(clip, path)
    const segment = (index: number) => call.FPDFClipPath_GetPathSegment(clip, path, index)
    if (count > 0 && isLettering(engine, count, segment)) return true
  }
  return false
}

function isMasked(engine: Engine, { kind, handle }: PageObject, { hasSoftMasks }: PdfFacts): boolean {
  // A picture of a few pixels drawn large is a colour, unless a mask gives it a shape.
  if (kind === 'image') return !isLegible([0, 0, ...pixelSize(engine, handle)], 1)
  if (!hasSoftMasks || !engine.call.FPDFPageObj_HasTransparency(handle)) return false
  return kind === 'shading' || fillOf(engine, handle)?.[3] === full
}

function isPatterned(engine: Engine, object: PageObject, { hasColourlessPatterns }: PdfFacts): boolean {
  if (object.kind !== 'path') return false
  const { call, scratch, memory } = engine
  if (!call.FPDFPath_GetDrawMode(object.handle, scratch, scratch + 4)) return false
  const [filled, stroked] = [memory().i32[scratch >> 2] !== 0, memory().i32[(scratch >> 2) + 1] !== 0]
  if (hasColourlessPatterns) return filled || stroked
  if (filled && fillOf(engine, object.handle)?.slice(0, 3).every(isGrey)) return true
  if (!stroked) return false
  if (!call.FPDFPageObj_GetStrokeColor(object.handle, scratch, scratch + 4, scratch + 8, scratch + 12))
    return false
  return memory()
    .u32.slice(scratch >> 2, (scratch >> 2) + 3)
    .every(isGrey)
}

const isGrey = (value: number): boolean => value === patternGrey
