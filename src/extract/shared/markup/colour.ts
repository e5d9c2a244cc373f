/** CSS colours, as far as inline styles and simple rules use them. */

/** Red, green, blue 0–255 and alpha 0–1. */
export type CssColour = readonly [red: number, green: number, blue: number, alpha: number]

const named: Readonly<Record<string, CssColour>> = {
  white: [255, 255, 255, 1],
  black: [0, 0, 0, 1],
  red: [255, 0, 0, 1],
  blue: [0, 0, 255, 1],
  green: [0, 128, 0, 1],
  yellow: [255, 255, 0, 1],
  gray: [128, 128, 128, 1],
  grey: [128, 128, 128, 1],
  silver: [192, 192, 192, 1],
  orange: [255, 165, 0, 1],
  purple: [128, 0, 128, 1],
  navy: [0, 0, 128, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  whitesmoke: [245, 245, 245, 1],
  ghostwhite: [248, 248, 255, 1],
  transparent: [0, 0, 0, 0],
}

/** Null: not a colour this reader knows; nothing is concluded from it. */
export function readColour(text: string): CssColour | null {
  const value = text.trim().toLowerCase()
  const hex = /^#([0-9a-f]{3,8})$/.exec(value)?.[1]
  if (hex) return fromHex(hex)
  const [, kind, body] = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(value) ?? []
  const parts = body?.split(/[\s,/]+/).filter(Boolean)
  if (!parts || parts.length < 3) return named[value] ?? null
  if (kind === 'hsl') return fromHsl(parts)
  const numbers = parts.map((part, index) => {
    const number = Number.parseFloat(part)
    if (!part.endsWith('%')) return number
    return index === 3 ? number / 100 : number * 2.55
  })
  return numbers.some(Number.isNaN) ? null : [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3] ?? 1]
}

/** CSS Color 4, 7.1: an angle, then per cent; `none` is zero. */
function fromHsl(parts: readonly string[]): CssColour | null {
  const [hue, saturation, lightness] = [degrees(parts[0]!), share(parts[1]!), share(parts[2]!)]
  const alpha = parts[3] === undefined ? 1 : parts[3].endsWith('%') ? share(parts[3]) : Number(parts[3])
  if ([hue, saturation, lightness, alpha].some(Number.isNaN)) return null
  const chroma = saturation * Math.min(lightness, 1 - lightness)
  const channel = (shift: number): number => {
    const turn = (((shift + hue / 30) % 12) + 12) % 12
    return 255 * (lightness - chroma * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4), alpha]
}

const turns: Readonly<Record<string, number>> = { deg: 1, '': 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

function degrees(text: string): number {
  if (text === 'none') return 0
  const [, number, unit] = /^(-?[\d.]+)(deg|grad|rad|turn|)$/.exec(text) ?? []
  return Number(number) * turns[unit ?? '']!
}

function share(text: string): number {
  return text === 'none' ? 0 : Math.min(1, Math.max(0, Number(text.replace(/%$/, '')) / 100))
}

function fromHex(hex: string): CssColour | null {
  const digits = hex.length <= 4 ? hex.replace(/./g, '$&$&') : hex
  if (digits.length !== 6 && digits.length !== 8) return null
  const [red, green, blue, alpha = 255] = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return [red!, green!, blue!, alpha / 255]
}

/** So near that nobody can read one on the other. */
export function isSame(one: CssColour, other: CssColour): boolean {
  return one.slice(0, 3).every((part, index) => Math.abs(part - other[index]!) <= 12)
}
