/** The settings that limit what one file may cost, in the order of the help. */
import { defaultLimits } from '../budget.js'
import { amount, count, type Setting } from './kinds.js'

export const limits = {
  timeout: count(120, {
    flag: '--timeout',
    path: 'limits.timeout',
    floor: 'ceiling',
    value: { zh: '秒', en: 'SECONDS' },
    help: {
      zh: '一页超过多少秒没有进展就放弃，默认 120',
      en: 'give a page up after this long without progress, default 120',
    },
  }),
  memory: count(1536, {
    flag: '--max-memory',
    path: 'limits.memory',
    floor: 'ceiling',
    value: { zh: '兆', en: 'MB' },
    help: { zh: '每个进程最多占用多少内存，默认 1536', en: 'memory per process, default 1536' },
  }),
  pages: count(defaultLimits.pages, {
    flag: '--max-pages',
    path: 'limits.pages',
    floor: 'ceiling',
    value: amount,
    help: { zh: '一个文件最多检查多少页，默认 20000', en: 'pages per file, default 20000' },
  }),
  parts: count(defaultLimits.parts, {
    flag: '--max-parts',
    path: 'limits.parts',
    floor: 'ceiling',
    value: amount,
    help: {
      zh: '一个文件里最多打开多少个内嵌文件，默认 20000',
      en: 'embedded files per file, default 20000',
    },
  }),
  pixels: count(defaultLimits.pixels, {
    flag: '--max-pixels',
    path: 'limits.pixels',
    floor: 'ceiling',
    value: amount,
    help: { zh: '一张图片最多多少像素，默认 4 亿', en: 'pixels per picture, default 400 million' },
  }),
  bytes: count(defaultLimits.bytes, {
    flag: '--max-bytes',
    path: 'limits.bytes',
    floor: 'ceiling',
    value: { zh: '字节', en: 'N' },
    help: { zh: '解压后最多多少字节，默认 4 GiB', en: 'unpacked bytes per file, default 4 GiB' },
  }),
  ratio: count(defaultLimits.ratio, {
    flag: '--max-ratio',
    path: 'limits.ratio',
    floor: 'ceiling',
    value: { zh: '倍', en: 'N' },
    help: {
      zh: '压缩文件最多膨胀多少倍，默认 200',
      en: 'times its size an archive may unpack to, default 200',
    },
  }),
  depth: count(defaultLimits.depth, {
    flag: '--max-depth',
    path: 'limits.depth',
    floor: 'ceiling',
    value: { zh: '层', en: 'N' },
    help: { zh: '嵌套最多多少层，默认 12', en: 'levels of nesting, default 12' },
  }),
} as const satisfies Readonly<Record<string, Setting>>
