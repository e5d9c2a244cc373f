/** Whether a media query holds (Media Queries 4) on the screen of a desktop, upright paper aside. */

/** CSS pixels. */
const WIDTH = 1280
const HEIGHT = 800

export function mediaHolds(queries: string): boolean {
  const text = queries
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .trim()
    .toLowerCase()
  return text === '' || text.split(',').some((query) => queryHolds(query.trim()))
}

function queryHolds(query: string): boolean {
  const isNegated = /^not\s/.test(query)
  const rest = query.replace(/^(?:not|only)\s+/, '')
  const type = /^[a-z]+/.exec(rest)?.[0] ?? 'all'
  const features = rest.match(/\([^()]*\)/g) ?? []
  const each = features.map((feature) => featureHolds(feature.slice(1, -1)))
  const holds = /\)\s*or\s*\(/.test(rest) ? each.some(Boolean) : each.every(Boolean)
  return (/^(?:all|screen)$/.test(type) && holds) !== isNegated
}

function featureHolds(feature: string): boolean {
  const stated = /^\s*(min-|max-)?(?:device-)?(width|height)\s*:\s*([\d.]+)(px|r?em)?\s*$/.exec(feature)
  if (stated) {
    const [, bound, side, number, unit] = stated
    return compares(
      sizeOf(side!),
      bound === 'min-' ? '>=' : bound === 'max-' ? '<=' : '=',
      pixels(number!, unit),
    )
  }
  const range =
    /^\s*(?:([\d.]+)(px|r?em)?\s*([<>]=?)\s*)?(width|height)\s*(?:([<>]=?|=)\s*([\d.]+)(px|r?em)?)?\s*$/.exec(
      feature,
    )
  if (!range) return otherHolds(feature.replace(/\s/g, ''))
  const [, low, lowUnit, before, side, after, high, highUnit] = range
  const size = sizeOf(side!)
  return (
    (before === undefined || compares(pixels(low!, lowUnit), before, size)) &&
    (after === undefined || compares(size, after, pixels(high!, highUnit)))
  )
}

const sizeOf = (side: string): number => (side === 'width' ? WIDTH : HEIGHT)
const pixels = (number: string, unit: string | undefined): number =>
  Number.parseFloat(number) * (unit === undefined || unit === 'px' ? 1 : 16)

function compares(one: number, sign: string, other: number): boolean {
  if (sign === '=') return one === other
  if (one === other) return sign.endsWith('=')
  return sign.startsWith('<') ? one < other : one > other
}

const otherHolds = (feature: string): boolean =>
  /^(?:orientation:landscape|prefers-color-scheme:light|(?:any-)?hover(?::hover)?|(?:any-)?pointer(?::fine)?|color|scripting(?::enabled)?|[a-z-]+:no-preference)$/.test(
    feature,
  )
