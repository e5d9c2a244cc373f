/** Seeded folders of everyday files: the same seed writes the same bytes on every machine. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { p, partsOf, root, run as wordRun, row, cell, table } from '../../build-fixtures/docx-writer.mjs'
import { packageOf, xml } from '../../build-fixtures/ooxml-writer.mjs'
import { zipOf } from '../../build-fixtures/zip.mjs'
import { relationships } from '../../build-fixtures/ooxml-writer.mjs'
import { chanceFrom } from '../../corpus/random.mjs'
import { offices, places, sentences, subjects } from '../../corpus/words.mjs'
import { textPdf } from '../text-pdf.mjs'

/** Calls `write(path without extension, chance, at)` for each file. @returns {string} the folder */
function folderOf(into, name, count, write) {
  const folder = join(into, name)
  mkdirSync(folder)
  for (let at = 0; at < count; at++)
    write(join(folder, String(at).padStart(4, '0')), chanceFrom(`${name}-${at}`), at)
  return folder
}

const titleOf = (chance) =>
  `${chance.pick(places.dev)}${chance.pick(offices)}关于${chance.pick(subjects)}的公告`
const paragraphsOf = (chance, count) =>
  Array.from({ length: count }, () => chance.some(sentences, 3).join(''))

function htmlPage(chance) {
  const title = titleOf(chance)
  const body = paragraphsOf(chance, 6).map((text) => `<p class="text">${text}</p>`)
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>.text{text-indent:2em}</style></head><body><div id="main"><h1>${title}</h1>${body.join('\n')}<ul><li><a href="/index.html">首页</a></li></ul></div></body></html>`
}

const markdownPage = (chance) =>
  `# ${titleOf(chance)}\n\n${paragraphsOf(chance, 6).join('\n\n')}\n\n- 附件：无\n`

/** Half HTML, half Markdown, some two kilobytes each. */
export const smallPages = (into, count) =>
  folderOf(into, 'pages', count, (path, chance, at) =>
    at % 2 === 0
      ? writeFileSync(`${path}.html`, htmlPage(chance))
      : writeFileSync(`${path}.md`, markdownPage(chance)),
  )

const body = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'
const style = (id, name) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>`
const styles = root('w:styles', [style('a', 'Normal'), style('1', 'heading 1')].join(''))

function wordFile(chance) {
  const texts = paragraphsOf(chance, 24).map((text) =>
    p(...text.match(/.{1,40}/gsu).map((part) => wordRun(part, body))),
  )
  const rows = Array.from({ length: 8 }, (_, at) =>
    row([cell(String(at + 1)), cell(chance.pick(places.dev)), cell(chance.pick(subjects))]),
  )
  const inner = p(wordRun(titleOf(chance), body)) + texts.join('') + table(rows)
  return zipOf(partsOf(inner, { 'word/styles.xml': styles }))
}

/** Notices of some two pages with a table. */
export const wordFiles = (into, count) =>
  folderOf(into, 'docx', count, (path, chance) => writeFileSync(`${path}.docx`, wordFile(chance)))

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function sheetXml(chance, rows, columns, strings) {
  const cellXml = (at, column) => {
    const name = `${String.fromCharCode(65 + column)}${at + 1}`
    if (column % 2 === 1) return `<c r="${name}" s="1"><v>${chance.whole(1, 99_999)}</v></c>`
    return `<c r="${name}" s="0" t="s"><v>${chance.whole(0, strings - 1)}</v></c>`
  }
  const all = Array.from({ length: rows }, (_, at) => {
    const cells = Array.from({ length: columns }, (_, column) => cellXml(at, column))
    return `<row r="${at + 1}" spans="1:${columns}">${cells.join('')}</row>`
  })
  return xml(`<worksheet ${spreadsheet}><sheetData>${all.join('')}</sheetData></worksheet>`)
}

function workbook(chance) {
  const strings = Array.from({ length: 80 }, () => `${chance.pick(places.dev)}${chance.pick(subjects)}`)
  const items = strings.map((text) => `<si><t>${text}</t></si>`).join('')
  const fonts =
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
  const parts = {
    'xl/workbook.xml': xml(
      `<workbook ${spreadsheet} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="汇总" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheetXml(chance, 200, 8, strings.length),
    'xl/sharedStrings.xml': xml(`<sst ${spreadsheet} uniqueCount="${strings.length}">${items}</sst>`),
    'xl/styles.xml': xml(
      `<styleSheet ${spreadsheet}>${fonts}<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="3" fontId="0" fillId="0"/></cellXfs></styleSheet>`,
    ),
  }
  return packageOf('xl/workbook.xml', parts, {
    'xl/workbook.xml': `${kinds}.sheet.main+xml`,
    'xl/worksheets/sheet1.xml': `${kinds}.worksheet+xml`,
    'xl/sharedStrings.xml': `${kinds}.sharedStrings+xml`,
    'xl/styles.xml': `${kinds}.styles+xml`,
  })
}

/** One sheet of 200 rows and eight columns each. */
export const workbooks = (into, count) =>
  folderOf(into, 'xlsx', count, (path, chance) => writeFileSync(`${path}.xlsx`, workbook(chance)))

/** Printed by Chromium, one to ten pages; each of the ten stands in the folder many times. */
export function printedFiles(into, count) {
  const prints = Array.from({ length: 10 }, (_, at) => textPdf(at + 1))
  return folderOf(into, 'pdf', count, (path, _chance, at) => copyFileSync(prints[at % 10], `${path}.pdf`))
}

export const copies = (into, name, from, count, extension) =>
  folderOf(into, name, count, (path) => copyFileSync(from, `${path}.${extension}`))
