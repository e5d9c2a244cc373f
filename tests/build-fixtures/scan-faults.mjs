/** Cases that cannot be inspected to the end: locked, cut, empty, unknown, blurred. None may come out as clean. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { chanceFrom } from '../corpus/random.mjs'
import { paperOf, repack, writePdf } from './scan-papers.mjs'

const open = { note: '（此件公开发布）', urgency: null }
const publicPage = (seed) => paperOf(seed, 'public', 'notice', open, 'hei')

export const faultCases = {
  'encrypted-pdf': (folder) => {
    const file = join(folder, '附件.pdf')
    writePdf([publicPage('encrypted-pdf')], file)
    repack(file, ['--encrypt', 'open-sesame', 'owner', '128', '--use-aes=y', '--'])
    return { args: ['附件.pdf'], gaps: ['encrypted'], what: 'PDF that opens with a password only' }
  },
  'truncated-pdf': (folder) => {
    const whole = join(folder, 'whole.pdf')
    writePdf([publicPage('truncated-pdf')], whole)
    const bytes = readFileSync(whole)
    rmSync(whole)
    writeFileSync(join(folder, '公告.pdf'), bytes.subarray(0, Math.round(bytes.length * 0.6)))
    return { args: ['公告.pdf'], gaps: ['corrupt'], what: 'PDF cut off after three fifths of its bytes' }
  },
  'empty-file': (folder) => {
    writeFileSync(join(folder, '空白.pdf'), '')
    return { args: ['空白.pdf'], gaps: ['corrupt'], what: 'file of no bytes' }
  },
  'unknown-binary': (folder) => {
    const chance = chanceFrom('unknown-binary')
    const bytes = Uint8Array.from({ length: 4096 }, () => chance.whole(0, 255))
    bytes.set([0x9d, 0x02, 0x00, 0xff], 0)
    writeFileSync(join(folder, '数据.bin'), bytes)
    return { args: ['数据.bin'], gaps: ['unsupported'], what: 'bytes of no known format' }
  },
  'blurred-scan': async (folder) => {
    const scan = readFileSync(join(folder, '../marked-scan/扫描件.jpg'))
    await sharp(scan).blur(8).greyscale().jpeg({ quality: 60 }).toFile(join(folder, '扫描件.jpg'))
    return { args: ['扫描件.jpg'], gaps: ['illegible'], what: 'scan of a marked notice, blurred' }
  },
}
