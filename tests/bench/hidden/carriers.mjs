/** The same lines hidden in files that keep their text: PDF, DOCX, HTML, each with its twin in plain sight. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deleted, docx, p, raw, run } from '../../build-fixtures/docx-writer.mjs'
import { printPdf } from '../../corpus/chromium.mjs'
import { documents } from '../../corpus/documents.mjs'
import { papersHtml, point, widthOf } from '../../corpus/paper.mjs'

/**
 * @typedef {object} CarrierRow
 * @property {string} file
 * @property {'pdf'|'docx'|'html'} carrier
 * @property {string} cover `none` for the twin
 * @property {'mark'|'sentence'} what
 * @property {string} text what is hidden
 */

/** A sentence no rule knows: hiding it is all there is to find. */
const sentence = '粮库三号仓位置见附图二'

/** mm around a printed line. */
function boxOf({ text, x, y, size, align = 'left' }) {
  const [width, height] = [widthOf(text) * size * point, size * point]
  const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x
  return `left:${left - 1}mm;top:${y - 0.7}mm;width:${width + 2}mm;height:${height + 1.4}mm`
}

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC'

/** Changes a paper: what is drawn over the line, or the line itself. */
const inPdf = {
  none: () => ({}),
  'black box': (line) => ({ art: `<i style="${boxOf(line)};background:#000"></i>` }),
  'white box': (line) => ({ art: `<i style="${boxOf(line)};background:#fff"></i>` }),
  picture: (line) => ({ art: `<img style="position:absolute;${boxOf(line)}" src="${dot}">` }),
  'black on black': (line) => ({ under: `<i style="${boxOf(line)};background:#000"></i>` }),
  'white on white': () => ({ line: { colour: '#fff' } }),
  tiny: () => ({ line: { size: 1 } }),
}

function coveredPaper(paper, line, cover) {
  const { art, under, line: changed } = inPdf[cover](line)
  const printed = paper.printed.map((each) => (each === line ? { ...each, ...changed } : each))
  if (!under) return { ...paper, printed, art: art ? [...paper.art, art] : paper.art }
  // Drawn before the type: strokes come first on the sheet.
  const [left, top, width, height] = under.match(/-?[\d.]+(?=mm)/g).map(Number)
  const stroke = { x: left, y: top, width, height, colour: '#000' }
  return { ...paper, printed, strokes: [...paper.strokes, stroke] }
}

const shape = raw(
  `<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="1800000" cy="260000"/><wp:docPr id="7" name="矩形 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
)
const inDocx = {
  none: (text) => p(text),
  'white on white': (text) => p(run(text, '<w:color w:val="FFFFFF"/>')),
  'black on black': (text) => p(run(text, '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
  'auto on black': (text) => p(run(text, '<w:highlight w:val="black"/>')),
  'hidden run': (text) => p(run(text, '<w:vanish/>')),
  tiny: (text) => p(run(text, '<w:sz w:val="2"/>')),
  deleted: (text) => p(deleted(text)),
  'shape over it': (text) => p(run(text), shape),
}

const inHtml = {
  none: (text) => `<p>${text}</p>`,
  'white on white': (text) => `<p style="color:#fff">${text}</p>`,
  'black on black': (text) => `<p><span style="background:#000;color:#000">${text}</span></p>`,
  'not displayed': (text) => `<p style="display:none">${text}</p>`,
  transparent: (text) => `<p style="opacity:0">${text}</p>`,
  tiny: (text) => `<p style="font-size:0">${text}</p>`,
  'off the page': (text) => `<p style="position:absolute;left:-9999px">${text}</p>`,
  'box over it': (text) =>
    `<p style="position:relative">${text}<b style="position:absolute;left:0;top:0;width:100%;height:100%;background:#000"></b></p>`,
  'box laid over it': (text) =>
    `<div style="position:relative;height:40px"><p style="position:absolute;left:0;top:0">${text}</p><div style="position:absolute;left:0;top:0;width:300px;height:40px;background-color:black"></div></div>`,
}

/** @returns {Promise<CarrierRow[]>} with absolute paths */
export async function carrierFiles({ folder, part, count }) {
  const list = join(folder, `carriers-${count}.json`)
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true })
    const rows = []
    const wanted = documents(part, count * 4)
      .filter((made) => made.kind === 'marked')
      .slice(0, count)
    for (const [index, made] of wanted.entries()) rows.push(...filesOf(folder, part, index, made))
    writeFileSync(`${list}.part`, JSON.stringify(rows, null, 1))
    renameSync(`${list}.part`, list)
  }
  return JSON.parse(readFileSync(list, 'utf8')).map((row) => ({ ...row, path: join(folder, row.file) }))
}

function* filesOf(folder, part, index, made) {
  const { paper } = made
  const mark = paper.printed.find(({ role, vertical }) => role === 'mark' && !vertical)
  if (!mark) return
  const last = paper.printed.findLast(({ role, text }) => !role && text.length > 12)
  const keep = (carrier, cover, what, text, bytes) => {
    const file = `${part}-${index}.${what}.${cover.replaceAll(' ', '-')}.${carrier}`
    if (bytes) writeFileSync(join(folder, file), bytes)
    return { file, carrier, cover, what, text }
  }
  const letter = [made.paper.printed.find(({ role }) => role === 'head')?.text ?? '通知', '请遵照执行。']
  for (const what of ['mark', 'sentence']) {
    const line = what === 'mark' ? mark : { ...last, text: sentence }
    const own = {
      ...paper,
      printed: paper.printed
        .filter((each) => what === 'mark' || each !== mark)
        .map((each) => (each === last && what === 'sentence' ? line : each)),
    }
    for (const cover of Object.keys(inPdf)) {
      const row = keep('pdf', cover, what, line.text)
      printPdf(papersHtml([coveredPaper(own, line, cover)]), join(folder, row.file))
      yield row
    }
    for (const [cover, hide] of Object.entries(inDocx))
      yield keep('docx', cover, what, line.text, docx([hide(line.text), ...letter.map((text) => p(text))]))
    for (const [cover, hide] of Object.entries(inHtml)) {
      const body = `${hide(line.text)}${letter.map((text) => `<p>${text}</p>`).join('')}`
      yield keep('html', cover, what, line.text, `<!doctype html><meta charset="utf-8"><body>${body}</body>`)
    }
  }
}
