/** The same documents without paper: as Word and as web pages. */
import { cell, docx, p, root, row, run, table, textBox } from '../../build-fixtures/docx-writer.mjs'

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const headed = ['general', 'letter', 'order', 'minutes', 'brief']

/** Everything the document says, block by block. */
function outline({ content, layout }) {
  const head = headed.includes(layout)
    ? `${content.organ}${layout === 'order' ? '令' : layout === 'letter' ? '' : '文件'}`
    : null
  const telegram = { cipherTelegram: '密 码 电 报', plainTelegram: '明 传 电 报' }[layout] ?? null
  return {
    corner: [
      content.copy,
      layout === 'map' ? null : content.mark,
      content.exam ? null : content.urgency,
    ].filter(Boolean),
    head: telegram ?? head,
    number: head || telegram ? content.number : null,
    title: content.exam ?? content.title,
    underTitle: [layout === 'map' ? content.mark : null, content.kicker].filter(Boolean),
    tail: [content.organ, content.date, content.note].filter(Boolean),
  }
}

const centred = (text, size = 44) =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(escaped(text), `<w:b/><w:sz w:val="${size}"/>`)}</w:p>`
const ruled = (rows) => table(rows.map((cells) => row(cells.map((text) => cell(escaped(text))))))
/** As Word cuts it: Han, digits, Han. */
const inRuns = (text) => p(...(escaped(text).match(/\d+|[^\d]+/g) ?? []).map((piece) => run(piece)))

/** Where the lines of the corner stand in the file. */
const corners = {
  body: (lines) => [lines.map((line) => p(escaped(line))).join('')],
  runs: (lines) => [lines.map(inRuns).join('')],
  textbox: (lines) => [p(textBox(lines.map((line) => p(escaped(line))).join('')))],
  cell: (lines) => [ruled(lines.map((line) => [line]))],
  header: (lines) => ['', lines.map((line) => p(escaped(line))).join('')],
}

/** @param {import('./cases.mjs').Case} made @returns {Buffer} */
export function docxOf(made, chance) {
  const { content } = made
  const says = outline(made)
  const [top, header] =
    says.corner.length > 0 ? corners[chance.pick(Object.keys(corners))](says.corner) : ['']
  const body = [
    top,
    says.head ? centred(says.head, 72) : '',
    says.number ? centred(says.number, 32) : '',
    content.fields.length > 0
      ? chance.is(0.5)
        ? ruled(content.fields)
        : content.fields.map(([label, value]) => p(escaped(`${label}：${value}`))).join('')
      : '',
    centred(says.title),
    ...says.underTitle.map((line) => centred(line, 32)),
    content.rows ? ruled(content.rows) : '',
    ...content.paragraphs.map((paragraph) => p(escaped(paragraph))),
    ...says.tail.map((line) => p(escaped(line))),
  ]
  if (!header) return docx(body)
  const reference =
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:pPr></w:p>'
  return docx(
    [...body, reference],
    { 'word/header1.xml': root('w:hdr', header) },
    { targets: [['header', 'header1.xml']] },
  )
}

const element = (name, text, attributes = '') =>
  `<${name}${attributes && ` ${attributes}`}>${escaped(text)}</${name}>`
const rows = (list) =>
  `<table border="1">${list.map((cells) => `<tr>${cells.map((text) => element('td', text)).join('')}</tr>`).join('')}</table>`

/** Where the lines of the corner stand on a page of the web. */
const heads = {
  paragraphs: (lines) => lines.map((line) => element('p', line)).join(''),
  right: (lines) => lines.map((line) => element('div', line, 'style="text-align:right"')).join(''),
  cell: (lines) => rows(lines.map((line) => [line])),
  split: (lines) =>
    lines.map((line) => `<p>${[...line].map((letter) => element('span', letter)).join('')}</p>`).join(''),
  breaks: (lines) => `<p>${lines.map(escaped).join('<br>')}</p>`,
}

/** A portal page: bar of headings, trail, article, tags, foot. @param {import('./cases.mjs').Case} made @returns {string} */
export function htmlOf(made, chance) {
  const { content } = made
  const says = outline(made)
  const bar = content.navigation ?? ['首页', '政务公开', '办事服务', '互动交流']
  const article = [
    says.corner.length > 0 ? heads[chance.pick(Object.keys(heads))](says.corner) : '',
    says.head ? element('p', says.head, 'style="text-align:center;color:red;font-size:36px"') : '',
    says.number ? element('p', says.number, 'style="text-align:center"') : '',
    content.fields.length > 0
      ? chance.is(0.5)
        ? rows(content.fields)
        : content.fields.map(([label, value]) => element('p', `${label}：${value}`)).join('')
      : '',
    element('h1', says.title),
    ...says.underTitle.map((line) => element('p', line)),
    content.rows ? rows(content.rows) : '',
    ...content.paragraphs.map((paragraph) => element('p', `　　${paragraph}`)),
    ...says.tail.map((line) => element('p', line, 'style="text-align:right"')),
  ].join('\n')
  const links = (words, name) =>
    `<ul class="${name}">${words.map((word) => `<li>${element('a', word, 'href="#"')}</li>`).join('')}</ul>`
  const tags = content.tags
    ? `<div class="tags">标签：${content.tags.map((word) => element('a', word, 'href="#" rel="tag"')).join(' ')}</div>`
    : ''
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(says.title)}_${content.place}人民政府</title></head>`,
    `<body><header>${element('strong', `${content.place}人民政府门户网站`)}<nav>${links(bar, 'nav')}</nav></header>`,
    `<div class="trail">首页 &gt; 政务公开 &gt; 正文</div><article>\n${article}\n</article>${tags}`,
    `<footer>${escaped(content.organ)}主办</footer></body></html>\n`,
  ].join('\n')
}
