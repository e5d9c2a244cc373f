/** What `secscan doctor` says. */
export const doctorPhrases = {
  'doctor.fine': {
    zh: '自检通过：这台机器上的 secscan 工作正常',
    en: 'passed: secscan works on this machine',
  },
  'doctor.unfit': {
    zh: '自检没有通过：下面打 × 的检查在这台机器上靠不住，请先解决再使用',
    en: 'NOT passed: what is marked × below cannot be relied on here; put it right first',
  },
  'doctor.scan': { zh: '认得出扫描件上的“机密★10年”', en: 'reads 机密★10年 on a scan' },
  'doctor.covered': { zh: '看得见黑框下面的密级标志', en: 'sees a mark under a black box' },
  'doctor.font': { zh: '字体没有嵌入的 PDF 能照样画出文字', en: 'draws the text of a PDF without its fonts' },
  'doctor.bomb': { zh: '压缩炸弹会被拦下', en: 'stops a zip bomb' },
  'doctor.mention': { zh: '讲解密级标志的文章不误报', en: 'does not cry wolf at an article about marks' },
  'doctor.lost': {
    zh: '自检用的文件不在，安装不完整，请重新安装',
    en: 'the file for this check is missing; install secscan again',
  },
  'doctor.nothing': { zh: '什么都没有发现', en: 'nothing was found' },
  'doctor.otherwise': { zh: '结果和应有的不一样', en: 'the result is not what it should be' },
  'doctor.tool': { zh: '程序', en: 'program' },
  'doctor.machine': { zh: '机器', en: 'machine' },
  'doctor.engine': { zh: '图片识别', en: 'OCR' },
  'doctor.engine-slow': {
    zh: '{engine}, {backend}（本机加速组件装载不了，改用 WebAssembly，结果相同，速度较慢）',
    en: '{engine}, {backend} (the native library does not load; WebAssembly is used instead: same reading, slower)',
  },
  'doctor.pictures': { zh: '图片处理', en: 'pictures' },
  'doctor.pictures.native': { zh: 'sharp', en: 'sharp' },
  'doctor.pictures.wasm': {
    zh: 'sharp（本机组件装载不了，改用 WebAssembly，速度较慢）',
    en: 'sharp (the native library does not load; WebAssembly is used instead, slower)',
  },
  'doctor.pictures.none': {
    zh: '图片组件装载不了，所有图片都不会检查；请重新安装 secscan',
    en: 'the library for pictures does not load, no picture can be inspected; install secscan again',
  },
  'doctor.model': { zh: '识别模型', en: 'model' },
  'doctor.rules': { zh: '规则', en: 'rules' },
  'doctor.memory': { zh: '内存', en: 'memory' },
  'doctor.no-engine': { zh: '没有启动', en: 'not started' },
  'doctor.rule-count': { zh: '{count} 条，摘要 {hash}', en: '{count}, digest {hash}' },
  'doctor.memory-held': {
    zh: '检查时最多占用 {peak} MB（每个进程上限 {limit} MB，本机共 {machine} MB）',
    en: '{peak} MB at most while checking (limit per process {limit} MB, machine {machine} MB)',
  },
  'doctor.date': { zh: '日期', en: 'date' },
  'doctor.not-begun': {
    zh: '自检没有通过，检查没有开始（去掉 --doctor 可以照常检查，看不了的内容会列为没有检查）',
    en: 'the check-up was not passed and nothing was scanned (without --doctor the scan goes on, and what cannot be read is listed as not inspected)',
  },
  'report.checked-up': {
    zh: '检查前自检：{count} 项全部通过',
    en: 'Checked up before the run: all {count} canaries passed',
  },
} as const
