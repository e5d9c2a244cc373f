/** What is said about reading pictures. */
export const ocrPhrases = {
  'ocr.off': {
    zh: '按要求没有做图片文字识别，这一页（这张图）的内容没有检查',
    en: 'OCR was switched off, so what this page or picture says was not checked',
  },
  'ocr.illegible': {
    zh: '这里像是有字，但没有一种办法能认清，请打开原件用眼睛看',
    en: 'There seems to be text here that no pass could read; open the original and look',
  },
  'ocr.blind': {
    zh: '这个识别引擎认不出“{sign}”，这里的密级标志可能读不到，不能算检查过；请改用默认引擎（--ocr paddle）',
    en: 'this engine cannot read {sign}, so marks here may be missed; use the default engine (--ocr paddle)',
  },
  'ocr.model-changed': {
    zh: '图片文字识别用的模型文件不见了、损坏了或被换过（{file}），图片和扫描件没有检查；请重新安装 secscan',
    en: 'a model file for reading pictures is missing, damaged or replaced ({file}); pictures and scans were not inspected; install secscan again',
  },
  'ocr.engine-missing': {
    zh: '图片文字识别没有启动：{engine} 引擎装不上（{reason}）。图片和扫描件没有检查',
    en: 'Pictures were not read: the OCR engine {engine} could not be loaded ({reason}). Pictures and scans were not checked',
  },
  'ocr.engine-unknown': {
    zh: '没有叫“{engine}”的文字识别引擎，可用的有：{known}',
    en: 'There is no OCR engine called "{engine}"; available: {known}',
  },
  'ocr.backend-unknown': {
    zh: '{engine} 引擎没有叫“{backend}”的运行方式，可用的有：{known}',
    en: 'The OCR engine {engine} has no backend called "{backend}"; available: {known}',
  },
} as const
