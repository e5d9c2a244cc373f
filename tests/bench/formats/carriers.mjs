/** The same documents in every carrier LibreOffice writes: whatever one of them is judged to be, the others must be too. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dbfOf } from '../../build-fixtures/dbf.mjs'
import { declared } from './names.mjs'
import { save } from './office.mjs'

const p = (text) => `<text:p>${text}</text:p>`
const bold = (text) => `<text:p text:style-name="T">${text}</text:p>`
const cell = (text) => `<table:table-cell office:value-type="string">${p(text)}</table:table-cell>`
const row = (cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`
const table = (name, rows) =>
  `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${rows[0].length}"/>${rows.map(row).join('')}</table:table>`

const layout =
  '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>'
const styles =
  '<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>'
const flat = (kind, body, header = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${declared} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${styles}${layout}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">${header && `<style:header>${p(header)}</style:header>`}</style:master-page><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`
const letter = (...parts) => flat('text', parts.join(''))
const sheet = (name, rows) => ({ name, rows, text: flat('spreadsheet', table(name, rows)) })
const slides = (...pages) =>
  flat(
    'presentation',
    pages
      .map(
        (lines, index) =>
          `<draw:page draw:name="p${index + 1}" draw:master-page-name="M">${lines
            .map(
              (line, at) =>
                `<draw:frame svg:width="16cm" svg:height="2cm" svg:x="2cm" svg:y="${2 + 3 * at}cm"><draw:text-box>${p(line)}</draw:text-box></draw:frame>`,
            )
            .join('')}</draw:page>`,
      )
      .join(''),
  )

const steps = [
  '一、加强组织领导。各单位要明确分管负责人，落实工作责任。',
  '二、抓好任务落实。对照任务清单逐项推进，按月报送进展。',
  '三、强化督促检查。办公室将适时开展抽查，结果予以通报。',
].map(p)
const signed = [p('东湖市人民政府办公室'), p('2024年3月5日')]

/** By name: what must come of it, the kind of its source, the source; of sheets the rows too. */
const papers = {
  'mark-first-line': ['block', 'fodt', letter(p('机密★10年'), bold('关于做好秋粮收购工作的通知'), p('各乡镇人民政府：'), ...steps, ...signed)],
  'mark-copy-number': ['block', 'fodt', letter(p('000012'), p('秘密★5年'), p('特急'), bold('东湖市人民政府文件'), p('东政发〔2024〕12号'), ...steps, ...signed)],
  'mark-in-table': ['block', 'fodt', letter(bold('公文处理单'), table('表', [['来文单位', '东湖市财政局', '密级', '秘密'], ['文号', '东财〔2024〕3号', '收文日期', '2024年3月5日']]), ...steps)],
  'mark-level-line': ['block', 'fodt', letter(p('密级：机密'), p('保密期限：10年'), bold('工作方案'), ...steps)],
  'mark-header': ['block', 'fodt', flat('text', [bold('关于做好秋粮收购工作的通知'), ...steps, ...signed].join(''), '机密★10年')],
  'internal-line': ['block', 'fodt', letter(p('内部资料 注意保存'), bold('情况汇编'), ...steps)],
  'plain-notice': ['publish', 'fodt', letter(bold('关于做好秋粮收购工作的通知'), p('东政办发〔2024〕18号'), p('各乡镇人民政府：'), ...steps, ...signed, p('（此件公开发布）'))],
  'law-mention': ['publish', 'fodt', letter(bold('保密知识问答'), p('问：国家秘密的密级分为几级？'), p('答：国家秘密的密级分为绝密、机密、秘密三级。'), p('绝密级国家秘密是最重要的国家秘密，泄露会使国家安全和利益遭受特别严重的损害。'), p('标志形式为“密级★保密期限”，例如“机密★20年”。'), ...steps)],
  'plain-table': ['publish', 'fodt', letter(bold('任务分工表'), table('表', [['序号', '任务', '牵头单位'], ['1', '组织领导', '办公室'], ['2', '督促检查', '督查室']]), ...steps)],
  'sheet-mark': ['block', 'fods', sheet('台账', [['秘密★3年', '', ''], ['序号', '名称', '单位'], ['1', '秋粮收购', '粮食局']])],
  'sheet-column': ['block', 'fods', sheet('台账', [['序号', '文件名称', '密级'], ['1', '关于秋粮收购的方案', '机密★5年'], ['2', '关于食堂采购的通知', '公开']])],
  'sheet-plain': ['publish', 'fods', sheet('台账', [['序号', '名称', '单位'], ['1', '秋粮收购', '粮食局'], ['2', '食堂采购', '机关事务局']])],
  'slides-mark': ['block', 'fodp', slides(['机密★10年', '秋粮收购工作汇报'], ['一、基本情况', '二、下步打算'])],
  'slides-plain': ['publish', 'fodp', slides(['秋粮收购工作汇报', '东湖市粮食局'], ['一、基本情况', '二、下步打算'])],
} // prettier-ignore

/** What LibreOffice saves each kind in. */
const targets = {
  fodt: ['docx', 'doc', 'rtf', 'odt', 'fodt', 'html', 'xhtml', 'epub', 'word-xml', 'pdf', 'txt'],
  fods: ['xlsx', 'xls', 'ods', 'fods', 'html', 'xhtml', 'csv', 'excel-xml', 'pdf'],
  fodp: ['pptx', 'ppt', 'odp', 'fodp', 'html', 'pdf'],
}

/** Leaves every paper in every carrier under `folder`/files. @param {string} folder */
export function carrierFiles(folder) {
  for (const [kind, extensions] of Object.entries(targets)) {
    const own = Object.entries(papers).filter(([, [, from]]) => from === kind)
    save(folder, Object.fromEntries(own.map(([name, [, , source]]) => [`${name}.${kind}`, source.text ?? source])), extensions)
  }
  for (const [name, [, kind, { rows }]] of Object.entries(papers))
    if (kind === 'fods') writeFileSync(join(folder, 'files', `${name}.dbf`), dbfOf(rows[0].map((_, index) => [`F${index}`, 'C', 40]), rows))
} // prettier-ignore

/** These carriers have no headers. */
const leftOut = { 'mark-header': ['epub', 'txt'] }

/**
 * One row a paper: its name, what it should be, in how many carriers it is that, in which it is not.
 * @param {Map<string, { verdict: string }>} told by file name
 */
export function carrierRows(told) {
  return Object.entries(papers).map(([name, [wanted]]) => {
    const own = [...told].filter(([file]) => {
      const [paper, extension] = file.split('.')
      return paper === name && !leftOut[name]?.includes(extension)
    })
    const other = own.filter(([, { verdict }]) => verdict !== wanted).map(([file]) => file.split('.')[1])
    return [name, wanted, `${own.length - other.length} of ${own.length}`, other.join(', ') || '–']
  })
}
