/** Family `pixels`: what detectors saw in the picture of the page. */
import type { Evidence, Level, Mark, PixelRule } from '../../types.js'
import { at } from '../../place.js'
import { besidePlace } from '../beside-place.js'
import { severity } from '../overlap.js'
import { type Tell, tellsOf } from '../hiding.js'
import { isLineOfHead } from '../line-of-head.js'
import { isMarkingArea } from '../marking-area.js'
import type { Bench, Found, Matcher } from '../matcher.js'

const lower = (one: Level, other: Level): Level => (severity[one] < severity[other] ? one : other)

export function compilePixels(rule: PixelRule): Matcher {
  const firm = rule.firmHead ? new RegExp(rule.firmHead, 'u') : null
  const head = rule.officialHead ? { row: new RegExp(rule.officialHead, 'u'), firm } : null
  const lowered = rule.lowered ? { ...rule.lowered, pattern: new RegExp(rule.lowered.pattern, 'u') } : null
  const stands = (bench: Bench, mark: Mark): boolean =>
    head === null || isMarkingArea(bench, mark.box, head) === (rule.where === 'marking-area')
  const wordsOf = (bench: Bench, mark: Mark): string | null =>
    lowered && !isReadBeneath(bench, mark) ? wordsBeside(bench, mark, lowered.pattern) : null
  const levelOf = (bench: Bench, mark: Mark, tells: readonly Tell[]): readonly [Level, Evidence[]] => {
    const seen: Evidence[] = [
      { code: `match.pixels.${mark.kind}` },
      ...tells.map((tell): Evidence => ({ code: `match.pixels.tell.${tell}` })),
    ]
    if (rule.doubtful && !tells.includes('interrupts') && isDoubtful(bench, mark, rule.doubtful))
      return [lower(rule.level, rule.doubtful.level), seen]
    const words = wordsOf(bench, mark)
    if (!lowered || words === null) return [rule.level, seen]
    return [lower(rule.level, lowered.level), [...seen, { code: 'match.pixels.personal', args: { words } }]]
  }
  const toldOf = (bench: Bench, mark: Mark): readonly Tell[] => {
    if (!rule.needsTell) return []
    const tells = tellsOf(bench, mark)
    return tells.length === 0 && wordsOf(bench, mark) !== null ? ['value'] : tells
  }
  return {
    rule,
    triggers: [],
    search(bench) {
      const { page } = bench.view
      const size = page.width && page.height ? { pageSize: [page.width, page.height] as const } : {}
      return page.marks
        .filter((mark) => rule.kinds.includes(mark.kind) && stands(bench, mark))
        .map((mark) => ({ mark, tells: toldOf(bench, mark) }))
        .filter(({ tells }) => !rule.needsTell || tells.length > 0)
        .map(({ mark, tells }): Found => {
          const [level, evidence] = levelOf(bench, mark, tells)
          return {
            rule,
            level,
            start: 0,
            end: 0,
            term: mark.kind,
            score: 0,
            evidence,
            seen: { place: at(page.place, { box: mark.box, ...size }), confidence: mark.confidence },
          }
        })
    },
  }
}

/** Bars of design come in numbers; a single one where a line of the head stands is no design. */
const mostBars = 2

function isDoubtful(
  bench: Bench,
  { confidence, box }: Mark,
  { below, inLine = 1 }: NonNullable<PixelRule['doubtful']>,
): boolean {
  if (confidence >= below) return false
  const alike = bench.view.page.marks.filter((mark) => mark.confidence < below)
  return confidence < inLine || alike.length > mostBars || !isLineOfHead(bench, box)
}

/** What can be brought out again was not hidden properly, whatever it is. */
function isReadBeneath({ view }: Bench, { recovered, box: [x, y, width, height] }: Mark): boolean {
  if (recovered !== undefined) return true
  const isBeneath = ([left, top, wide, high]: readonly number[]): boolean => {
    const [middle, level] = [left! + wide! / 2, top! + high! / 2]
    return middle > x && middle < x + width && level > y && level < y + height
  }
  return view.page.lines.some(({ spans }) =>
    spans.some(({ sight, box }) => (sight === 'covered' || sight === 'recovered') && box && isBeneath(box)),
  )
}

/** `⟦⟧` stands for the place, so that a pattern can say what ends before it or begins after it. */
function wordsBeside({ view }: Bench, { box }: Mark, pattern: RegExp): string | null {
  const { left, right, above } = besidePlace(view, box)
  const here =
    pattern.exec(`${left}⟦⟧${right}`) ?? above.map((head) => pattern.exec(`${head}⟦⟧`)).find(Boolean)
  return here ? here[0].replace('⟦⟧', '…') : null
}
