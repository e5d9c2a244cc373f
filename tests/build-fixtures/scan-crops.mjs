/** Cases of pictures that a document crops: what it cuts away is still in the file. Saved by LibreOffice, each from one source. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { declared } from '../bench/formats/names.mjs'
import { save } from '../bench/formats/office.mjs'
import { wholeFont } from './ofd-pictures.mjs'

const plain = ['关于做好秋粮收购的实施方案', '各乡镇人民政府、街道办事处：', '各单位要按月报送工作进展。']
/** In pixels, 96 to the inch; the first line stands in the uppermost quarter. */
const [width, height, strip] = [560, 320, 80]

/** A page as a picture: `first` at its head, then ordinary lines. */
function paper(first) {
  const lines = [first, ...plain].flatMap((said, index) => ['-annotate', `+24+${20 + 78 * index}`, said])
  return execFileSync('convert', [
    '-size', `${width}x${height}`, 'xc:white', '-font', wholeFont, '-pointsize', '30', '-gravity', 'northwest',
    ...lines, '-colorspace', 'gray', '-depth', '4', '-strip', 'png:-',
  ]) // prettier-ignore
}

const cm = (pixels) => `${((pixels * 2.54) / 96).toFixed(3)}cm`
const look = `<style:style style:name="Cut" style:family="graphic"><style:graphic-properties fo:clip="rect(${cm(strip)}, 0cm, 0cm, 0cm)" draw:fill="none" draw:stroke="none"/></style:style><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>`
const p = (said) => `<text:p>${said}</text:p>`
const shown = (png, place) =>
  `<draw:frame draw:style-name="Cut" ${place} svg:width="${cm(width)}" svg:height="${cm(height - strip)}"><draw:image><office:binary-data>${png}</office:binary-data></draw:image></draw:frame>`
const flat = (kind, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${declared} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${look}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles><office:body><office:${kind}>${inner}</office:${kind}></office:body></office:document>`
const sources = {
  fodt: (png) => flat('text', p('附：原件照片') + p(shown(png, 'text:anchor-type="as-char"'))),
  fodp: (png) =>
    flat(
      'presentation',
      `<draw:page draw:name="p1" draw:master-page-name="Standard">${shown(png, 'svg:x="2cm" svg:y="3cm"')}</draw:page>`,
    ),
}

function saved(from, target, first) {
  const folder = mkdtempSync(join(tmpdir(), 'fixtures-'))
  save(folder, { [`a.${from}`]: sources[from](paper(first).toString('base64')) }, [target])
  const bytes = readFileSync(join(folder, 'files', `a.${target}`))
  rmSync(folder, { recursive: true })
  return bytes
}

const files = [
  ['fodt', 'docx'],
  ['fodt', 'odt'],
  ['fodp', 'pptx'],
  ['fodp', 'odp'],
]

const cropped = (from, target) => (folder) => {
  writeFileSync(join(folder, `附件.${target}`), saved(from, target, '机密★10年'))
  const what = `${target}: the level stands in the part of a picture that is cropped away`
  return { args: [`附件.${target}`], rules: ['state-secret-mark'], what }
}

export const cropCases = {
  ...Object.fromEntries(files.map(([from, target]) => [`cropped-${target}`, cropped(from, target)])),
  'cropped-clean': (folder) => {
    const own = join(folder, '发布材料')
    mkdirSync(own)
    for (const [from, target] of files)
      writeFileSync(join(own, `附件.${target}`), saved(from, target, '工作方案'))
    return { args: ['发布材料'], what: 'the same pictures without a level, cropped too' }
  },
}
