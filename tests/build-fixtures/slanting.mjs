/**
 * Builds fixtures/see/slanting: pages with words that slant under, over and beside the print, and their clean twins.
 * `node tests/build-fixtures/slanting.mjs`. Needs Debian's Noto CJK fonts, which SVG text is drawn with.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = new URL('../../fixtures/see/slanting/', import.meta.url).pathname
const [width, height] = [827, 1169]
const face = 'Noto Serif CJK SC'

const sentences = [
  '各村民小组、各农户：',
  '为做好今年春季果树修剪工作，提高果品质量，现将有',
  '关事项通知如下，请认真组织落实。',
  '一、各组要在三月底前完成老果园的清理和修剪。',
  '二、农技站派技术员到田间地头，现场指导。',
  '三、修剪下来的枝条统一堆放，不得就地焚烧。',
  '四、所需工具由合作社统一采购，按成本价供应。',
  '五、对按时完成任务的农户，给予适当奖励。',
]

const text = (x, y, size, words, more = '') =>
  `<text x="${x}" y="${y}" font-family="${face}" font-size="${size}" ${more}>${words}</text>`

function print(lines) {
  const body = Array.from({ length: lines }, (_, i) => text(100, 240 + 42 * i, 24, sentences[i % 8]))
  return text(240, 150, 34, '关于做好果树修剪的通知') + body.join('')
}

/** Words around a middle, turned counter-clockwise. */
const slanting = (words, degrees, size, fill, [x, y] = [413, 600], more = '') =>
  text(
    x,
    y,
    size,
    words,
    `fill="${fill}" text-anchor="middle" transform="rotate(${-degrees} ${x} ${y})" ${more}`,
  )

function grid(words, degrees, size, fill) {
  let drawn = ''
  for (let y = 60; y < height; y += 190)
    for (let x = 60; x < width + 60; x += 260) drawn += slanting(words, degrees, size, fill, [x, y])
  return drawn
}

/** A chart whose labels slant, as long names under columns do. */
function chart() {
  const names = ['苹果', '内部改造', '梨', '枣', '机耕道', '核桃', '秘制果酱', '樱桃']
  const columns = names.map((name, i) => {
    const [x, tall] = [120 + 80 * i, 120 + ((i * 67) % 260)]
    const label = slanting(name, 45, 22, '#555', [x + 10, 660])
    return `<rect x="${x}" y="${600 - tall}" width="44" height="${tall}" fill="#5b8def"/>${label}`
  })
  return text(250, 120, 30, '各类果品产量（吨）') + columns.join('')
}

/** A marked page of few lines, so laid down as `transform` says. */
function laid(transform) {
  const page = text(100, 90, 28, '秘密★5年') + print(7)
  return `<g transform="${transform}">${page}</g>`
}

const pages = {
  'page-turned': laid('translate(-60 330) rotate(-25)'),
  'page-mirrored': laid(`translate(${width} 0) scale(-1 1)`),
  'number-spaced':
    text(100, 200, 26, '公民身份号码') + text(300, 200, 26, '11010519491231002X', 'letter-spacing="7"'),
  'level-under-print': slanting('机密', 45, 190, '#d4d4d4') + print(18),
  'level-faint': slanting('秘密', -35, 170, '#eeeeee') + print(18),
  'mark-steep': slanting('秘密★5年', 62, 110, '#c8c8c8') + print(18),
  'mark-red-over-print':
    print(18) + slanting('机密★10年', 40, 90, '#e03030', undefined, 'fill-opacity="0.6"'),
  'internal-down': slanting('内部资料', -55, 120, '#cfdcf5') + print(18),
  'grid-of-small': grid('内部资料', 30, 28, '#cccccc') + print(18),
  'black-beside-print': print(4) + slanting('机密★10年', 55, 44, '#000', [413, 800]),
  'black-on-its-head': print(4) + slanting('秘密★3年', 180, 44, '#000', [413, 800]),
  'level-alone': slanting('绝密', 50, 130, '#000'),
  'clean-page': print(18),
  'clean-sample': slanting('样本', 45, 190, '#d4d4d4') + print(18),
  'clean-chart': chart(),
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, drawing] of Object.entries(pages)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${drawing}</svg>`
  await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 16, dither: 0 })
    .toFile(join(folder, `${name}.png`))
}
