/** Pages with a text layer: plain, turned, cropped, vertical, slanted, in columns. */
import { execFileSync } from 'node:child_process'
import { printPdf } from '../corpus/chromium.mjs'
import { codes, onePage, pdfFile, show } from './pdf-syntax.mjs'

const style = `<style>@page{size:A4;margin:20mm}body{font:16px/1.8 "Noto Serif CJK SC";margin:0}
h1{font:28px "AR PL UKai CN";text-align:center;color:#c00}b{font-family:"Noto Sans CJK SC"}
.row{display:flex;justify-content:space-between}td{border:1px solid #000;padding:4px 24px;width:120px}</style>`
const html = (body) => `<!doctype html><meta charset="utf-8"><title>演示文件</title>${style}${body}`

const letter = `<div class="row"><span>000017</span><span>特　急</span></div><h1>青禾县人民政府文件</h1>
<p>各乡镇人民政府：</p><p>　　现将 2024 年 Work Plan 印发给你们，请<b>认真</b>贯彻执行。</p>
<table><tr><td>序号</td><td>事项</td><td>期限</td></tr><tr><td>1</td><td>河道清淤</td><td>三月</td></tr></table>`

const vertical = `<div style="writing-mode:vertical-rl;height:200px"><p>公开发布★2024年<br>第二行文字</p></div><p>横排一行</p>`

export const textCases = {
  text: (target) => printPdf(html(letter), target),
  rotated: (target, of) => void execFileSync('qpdf', ['--rotate=+90', of('text'), target]),
  'upside-down': (target, of) => void execFileSync('qpdf', ['--rotate=+180', of('text'), target]),
  vertical: (target) => printPdf(html(vertical), target),
  'vertical-font': () =>
    pdfFile(
      onePage(show('竖排文字一行', 300, 700) + show('竖排第二行', 270, 700), {
        font: { encoding: 'UniGB-UCS2-V' },
      }),
    ),
  stacked: () =>
    pdfFile(
      onePage(
        [...'签发人'].map((letter, index) => show(letter, 100, 700 - 20 * index)).join('') +
          show('横排文字在旁边', 200, 690) +
          [...'王小明'].map((letter, index) => show(letter, 130, 700 - 20 * index)).join(''),
      ),
    ),
  slanted: () =>
    pdfFile(
      onePage(
        `BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 150 300 Tm ${codes('公开发布')} Tj ET\n${show('正文照常', 80, 700)}`,
      ),
    ),
  columns: () =>
    pdfFile(
      onePage(
        ['左栏第一行', '左栏第二行'].map((text, row) => show(text, 80, 700 - 24 * row)).join('') +
          ['右栏第一行', '右栏第二行'].map((text, row) => show(text, 320, 700 - 24 * row)).join('') +
          show('字　距', 80, 600) +
          show('拉', 80, 560) +
          show('开', 110, 560),
      ),
    ),
  cropped: () =>
    pdfFile(
      onePage(show('页面以内', 120, 600) + show('裁掉的字', 20, 600) + show('页面以外', 700, 600), {
        page: '/CropBox [100 100 500 700] /Rotate 90',
      }),
    ),
}
