/** Cases of scans in a PDF with the invisible text layer a scanner's software puts over them, true and untrue. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onePage, pdfFile, show, stream } from './pdf-syntax.mjs'
import { paperOf } from './scan-papers.mjs'
import { greyJpeg } from './scan-pictures.mjs'

const dpi = 110
/** Points in a millimetre. */
const point = 72 / 25.4
const [width, height] = [595, 842]
const open = { note: '（此件公开发布）', urgency: null }

/** Every ninth character read as another, as engines do. */
const misread = (text) => [...text].map((sign, at) => (at % 9 === 4 ? '曰' : sign)).join('')

/** Lines of the paper as the layer has them: text, left edge, top and size in mm. */
function linesOf(paper) {
  return paper.printed
    .filter(({ text, vertical }) => !vertical && text.trim())
    .map(({ text, x, y, size, align, track = 0 }) => {
      const em = size / point
      const wide = text.length * (em + track)
      const left = align === 'center' ? x - wide / 2 : align === 'right' ? x - wide : x
      return { text: misread(text), left, top: y, em }
    })
}

const layerOf = (lines, mode) =>
  lines
    .map(({ text, left, top, em }) =>
      show(
        text,
        (left * point).toFixed(1),
        (height - (top + 0.85 * em) * point).toFixed(1),
        em * point,
        mode,
      ),
    )
    .join('')

/** `more`: lines that stand in the layer alone; `beneath`: drawn in full and then covered by the picture. */
const layered =
  (file, more, rules, what, beneath = false) =>
  async (folder) => {
    const paper = paperOf('layered', 'public', 'general', open, 'ming')
    const jpeg = await greyJpeg(paper, 'layered', { dpi })
    const scan = `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q\n`
    const layer = layerOf([...linesOf(paper), ...more], beneath ? '0 Tr' : '3 Tr')
    const content = beneath ? layer + scan : scan + layer
    const size = [width, height].map((side) => Math.round((side * dpi) / 72))
    const picture = `/Type /XObject /Subtype /Image /Width ${size[0]} /Height ${size[1]} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`
    const objects = onePage(content, { resources: '/XObject << /Scan 20 0 R >>' })
    writeFileSync(join(folder, file), pdfFile({ ...objects, 20: stream(jpeg, picture) }))
    return { args: [file], rules, what }
  }

const level = { text: '机密★10年', left: 28, top: 45, em: 5.6 }

export const layerCases = {
  'layer-clean': layered(
    '通知.pdf',
    [],
    [],
    'scan with the layer of an engine that misreads a character in nine',
  ),
  'layer-mark': layered(
    '通知.pdf',
    [level],
    ['state-secret-mark'],
    'scan whose layer has a level that the picture does not show',
  ),
  'layer-beneath': layered(
    '通知.pdf',
    [level],
    ['state-secret-mark'],
    'the same layer drawn in full beneath the picture',
    true,
  ),
  'layer-words': layered(
    '通知.pdf',
    [{ text: '请勿对外转发征求意见', left: 28, top: 45, em: 5.6 }],
    [],
    'scan whose layer has words that the picture does not show',
  ),
}
