/** Cases where the fault lies one step inward or beside the page: attachments, links, folders, names, headers. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxOf } from './scan-docx.mjs'
import { paperOf, repack, writePdf } from './scan-papers.mjs'
import { greyJpeg, greyPng } from './scan-pictures.mjs'

const open = { note: '（此件公开发布）', urgency: null }
const publicPage = (seed) => paperOf(seed, 'public', 'notice', open, 'hei')
const markedPage = (seed) =>
  paperOf(seed, 'marked', 'table', { mark: '秘密★3年', copy: null, note: null }, 'hei')
const body = [
  '关于做好秋粮收购的实施方案',
  '各乡镇人民政府、街道办事处，各有关单位：',
  '各单位要对照任务清单逐项梳理，明确完成时限和责任人，按月报送工作进展。',
]

const page = (attachment) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>关于做好秋粮收购的通知</title></head>
<body><h1>关于做好秋粮收购的通知</h1>
<p>各单位要对照任务清单逐项梳理，明确完成时限和责任人。</p>
<p>附件：<a href="${attachment}">任务分解表.pdf</a></p></body></html>
`

/** 「关于做好秋粮收购的实施方案」 and a level in GBK, as old systems save it; iconv is part of every Debian. */
const gbk = (text) => execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: text })

export const nestedCases = {
  'pdf-attachment': (folder) => {
    const file = join(folder, '通知.pdf')
    const inner = join(folder, 'attachment.pdf')
    writePdf([publicPage('pdf-attachment')], file, '通知')
    writePdf([markedPage('pdf-attachment-inner')], inner, '附件')
    const dates = ['--creationdate=D:20240102030405Z', '--moddate=D:20240102030405Z']
    repack(file, ['--add-attachment', inner, '--filename=附件1.pdf', '--key=attachment', ...dates, '--'])
    rmSync(inner)
    return { args: ['通知.pdf'], rules: ['state-secret-mark'], what: 'clean PDF that carries a marked PDF' }
  },
  'html-attachment': (folder) => {
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, 'index.html'), page('files/attachment1.pdf'))
    writePdf([markedPage('html-attachment')], join(folder, 'files/attachment1.pdf'), '任务分解表')
    return {
      args: ['index.html'],
      rules: ['state-secret-mark'],
      what: 'web page that links to a marked local file',
    }
  },
  'folder-posting': async (folder) => {
    const posting = join(folder, '发布材料')
    mkdirSync(posting)
    writePdf([publicPage('folder-posting')], join(posting, '通知.pdf'), '通知')
    const scan = paperOf('folder-posting-scan', 'marked', 'general', {
      mark: '秘密★5年',
      copy: null,
      urgency: null,
    })
    writeFileSync(join(posting, '附件1.jpg'), await greyJpeg(scan, 'folder-posting'))
    return {
      args: ['发布材料'],
      rules: ['state-secret-mark'],
      what: 'a notice and its marked attachment in one folder',
    }
  },
  'docx-header': (folder) => {
    writeFileSync(join(folder, '方案.docx'), docxOf({ header: ['机', '密★', '10年'], body }))
    return {
      args: ['方案.docx'],
      rules: ['state-secret-mark'],
      what: 'level in the page header, split over runs',
    }
  },
  'docx-clean': (folder) => {
    writeFileSync(join(folder, '方案.docx'), docxOf({ header: ['工作方案'], body }))
    return { args: ['方案.docx'], what: 'the same document without a level' }
  },
  'gbk-text': (folder) => {
    writeFileSync(join(folder, '说明.txt'), gbk(`秘密★10年\r\n\r\n${body.join('\r\n')}\r\n`))
    return {
      args: ['说明.txt'],
      rules: ['state-secret-mark'],
      what: 'plain text in GBK with a level in its first line',
    }
  },
  'marked-name': (folder) => {
    const file = '[机密]三季度安排.pdf'
    writePdf([publicPage('marked-name')], join(folder, file))
    return { args: [file], rules: ['state-secret-mark'], what: 'the level stands in the file name only' }
  },
  'png-named-jpg': async (folder) => {
    const paper = paperOf(
      'png-named-jpg',
      'marked',
      'letter',
      { mark: '绝密★', copy: '000007', urgency: null },
      'hei',
    )
    writeFileSync(join(folder, '截图.jpg'), await greyPng(paper, 'png-named-jpg'))
    return { args: ['截图.jpg'], rules: ['state-secret-mark'], what: 'a PNG under a .jpg name' }
  },
}
