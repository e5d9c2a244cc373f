/** Family `pixels`: what detectors saw in the picture of the page. */
import type { PixelRule } from '../../types.js'
import { at } from '../../place.js'
import type { Found, Matcher } from '../matcher.js'

export function compilePixels(rule: PixelRule): Matcher {
  return {
    rule,
    triggers: [],
    search({ view: { page } }) {
      const size = page.width && page.height ? { pageSize: [page.width, page.height] as const } : {}
      return page.marks
        .filter((mark) => rule.kinds.includes(mark.kind))
        .map((mark): Found => ({
          rule,
          level: rule.level,
          start: 0,
          end: 0,
          term: mark.kind,
          score: 0,
          evidence: [{ code: 'match.pixels', args: { kind: mark.kind } }],
          seen: { place: at(page.place, { box: mark.box, ...size }), confidence: mark.confidence },
        }))
    },
  }
}
