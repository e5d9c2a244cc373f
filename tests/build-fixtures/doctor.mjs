/** Builds fixtures/doctor: the small files `secscan doctor` inspects. The scan is the one of fixtures/scan/marked-scan. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { onePage, pdfFile, show } from './pdf-syntax.mjs'
import { zipOf } from './zip.mjs'

const fixtures = new URL('../../fixtures/', import.meta.url).pathname
const root = `${fixtures}doctor/`
const mark = '机密★10年'
const title = show('关于开展自检的通知', 180, 640, 22)
const body = show('本页是虚构的自检样张，不是公文，文字只供程序核对之用。', 80, 560, 12)

/** The mark in the top-left corner under a black box. */
const covered = show(mark, 80, 760) + `0 g 76 754 100 22 re f\n` + title + body

/** White type on a dark band: seen only where the letters of a font that is not embedded are really drawn. */
const font = `0.1 0.2 0.5 rg 70 745 200 40 re f\n1 g\n${show(mark, 80, 760)}0 g\n${title}${body}`

const harmless = `保密知识问答\n\n一、什么是国家秘密标志？\n国家秘密标志形式为“密级★保密期限”，如“机密★10年”，一般标注在公文首页左上角。\n`

mkdirSync(root, { recursive: true })
copyFileSync(`${fixtures}scan/marked-scan/扫描件.jpg`, `${root}scan.jpg`)
writeFileSync(`${root}covered.pdf`, pdfFile(onePage(covered)))
writeFileSync(`${root}font.pdf`, pdfFile(onePage(font)))
writeFileSync(`${root}bomb.zip`, zipOf({ '内层.zip': zipOf({ '零.txt': Buffer.alloc(32 * 1024 * 1024) }) }))
writeFileSync(`${root}mention.txt`, harmless)
