/** Family `pixels`: what detectors saw in the picture of the page. */
import type { Evidence, Level, Mark, PixelRule } from '../../types.js'
import { at } from '../../place.js'
import { besidePlace } from '../page/beside-place.js'
import { severity } from '../outcome/overlap.js'
import { type Tell, tellsOf } from '../page/hiding.js'
import { isLineOfHead } from '../page/line-of-head.js'
import { isMarkingArea } from '../standing/marking-area.js'
import type { MatchContext, JudgedCandidate, Matcher } from '../matcher.js'

const lower = (one: Level, other: Level): Level => (severity[one] < severity[other] ? one : other)

export function compilePixels(rule: PixelRule): Matcher {
  const firm = rule.firmHead ? new RegExp(rule.firmHead, 'u') : null
  const head = rule.officialHead ? { row: new RegExp(rule.officialHead, 'u'), firm } : null
  const lowered = rule.lowered ? { ...rule.lowered, pattern: new RegExp(rule.lowered.pattern, 'u') } : null
  const stands = (context: MatchContext, mark: Mark): boolean =>
    head === null || isMarkingArea(context, mark.box, head) === (rule.where === 'marking-area')
  const wordsOf = (context: MatchContext, mark: Mark): string | null =>
    lowered && !isReadBeneath(context, mark) ? wordsBeside(context, mark, lowered.pattern) : null
  const levelOf = (
    context: MatchContext,
    mark: Mark,
    tells: readonly Tell[],
  ): readonly [Level, Evidence[]] => {
    const seen: Evidence[] = [
      { code: `match.pixels.${mark.kind}` },
      ...tells.map((tell): Evidence => ({ code: `match.pixels.tell.${tell}` })),
    ]
    if (rule.doubtful && !tells.includes('interrupts') && isDoubtful(context, mark, rule.doubtful))
      return [lower(rule.level, rule.doubtful.level), seen]
    const words = wordsOf(context, mark)
    if (!lowered || words === null) return [rule.level, seen]
    return [lower(rule.level, lowered.level), [...seen, { code: 'match.pixels.personal', args: { words } }]]
  }
  const toldOf = (context: MatchContext, mark: Mark): readonly Tell[] => {
    if (!rule.needsTell) return []
    const tells = tellsOf(context, mark)
    return tells.length === 0 && wordsOf(context, mark) !== null ? ['value'] : tells
  }
  return {
    rule,
    triggers: [],
    search(context) {
      const { page } = context.view
      const size = page.width && page.height ? { pageSize: [page.width, page.height] as const } : {}
      return page.marks
        .filter((mark) => rule.kinds.includes(mark.kind) && stands(context, mark))
        .map((mark) => ({ mark, tells: toldOf(context, mark) }))
        .filter(({ tells }) => !rule.needsTell || tells.length > 0)
        .map(({ mark, tells }): JudgedCandidate => {
          const [level, evidence] = levelOf(context, mark, tells)
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
  context: MatchContext,
  { confidence, box }: Mark,
  { below, inLine = 1 }: NonNullable<PixelRule['doubtful']>,
): boolean {
  if (confidence >= below) return false
  const alike = context.view.page.marks.filter((mark) => mark.confidence < below)
  return confidence < inLine || alike.length > mostBars || !isLineOfHead(context, box)
}

/** What can be brought out again was not hidden properly, whatever it is. */
function isReadBeneath({ view }: MatchContext, { recovered, box: [x, y, width, height] }: Mark): boolean {
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
function wordsBeside({ view }: MatchContext, { box }: Mark, pattern: RegExp): string | null {
  const { left, right, above } = besidePlace(view, box)
  const here =
    pattern.exec(`${left}⟦⟧${right}`) ?? above.map((head) => pattern.exec(`${head}⟦⟧`)).find(Boolean)
  return here ? here[0].replace('⟦⟧', '…') : null
}
