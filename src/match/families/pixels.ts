/** Family `pixels`: what detectors saw in the picture of the page. */
import type { Mark, PixelRule } from '../../types.js'
import { at } from '../../place.js'
import { isMarkingArea } from '../marking-area.js'
import type { Bench, Found, Matcher } from '../matcher.js'

export function compilePixels(rule: PixelRule): Matcher {
  const head = rule.officialHead ? new RegExp(rule.officialHead, 'u') : null
  const stands = (bench: Bench, mark: Mark): boolean =>
    head === null || isMarkingArea(bench, mark.box, head) === (rule.where === 'marking-area')
  return {
    rule,
    triggers: [],
    search(bench) {
      const { page } = bench.view
      const size = page.width && page.height ? { pageSize: [page.width, page.height] as const } : {}
      return page.marks
        .filter((mark) => rule.kinds.includes(mark.kind) && stands(bench, mark))
        .map((mark): Found => ({
          rule,
          level: rule.level,
          start: 0,
          end: 0,
          term: mark.kind,
          score: 0,
          evidence: [{ code: `match.pixels.${mark.kind}` }],
          seen: { place: at(page.place, { box: mark.box, ...size }), confidence: mark.confidence },
        }))
    },
  }
}
