/** What is said about picture files. */
export const picturePhrases = {
  'picture.broken': {
    zh: '图片已损坏，打不开（{format}）',
    en: 'the picture is damaged and cannot be opened ({format})',
  },
  'picture.no-library': {
    zh: '这台机器上打不开图片：secscan 的图片组件没有装好。这不是图片坏了；请重新安装 secscan，再用 secscan doctor 自检',
    en: 'pictures cannot be opened on this machine: a component of secscan does not load. The picture is not to blame; install secscan again and run secscan doctor',
  },
  'picture.lacks-rows': {
    zh: '图片标明的尺寸（{width}×{height}）与实际内容不符，文件已损坏，没有检查；请重新取得原文件',
    en: 'the picture says it is {width}×{height} but holds far fewer pixels; it is damaged and was not inspected; get the original again',
  },
  'picture.damaged': {
    zh: '图片不完整或已损坏，只检查了能显示出来的部分',
    en: 'the picture is truncated or damaged; only what could be decoded was inspected',
  },
  'picture.frame-broken': {
    zh: '第 {page} 页（帧）已损坏，没有检查',
    en: 'page or frame {page} is damaged and was not inspected',
  },
  'picture.too-large': {
    zh: '图片尺寸 {width}×{height}，超过 {limit} 百万像素的上限，没有检查；请缩小或切开后再检查',
    en: 'the picture is {width}×{height}, over the limit of {limit} megapixels; reduce or cut it and check again',
  },
  'picture.too-long': {
    zh: '图片文件超过 {limit} MB，没有检查',
    en: 'the picture file is over {limit} MB and was not inspected',
  },
  'picture.slow': {
    zh: '图片解码超过 {seconds} 秒，已停止',
    en: 'decoding the picture took over {seconds} seconds and was stopped',
  },
  'picture.reduced': {
    zh: '图片尺寸 {width}×{height}，按 {percent}% 缩小后检查',
    en: 'the picture is {width}×{height}; inspected at {percent}% of its size',
  },
  'picture.tiny': {
    zh: '图片只有 {width}×{height} 像素，放不下文字',
    en: 'the picture is only {width}×{height} pixels, too small to hold text',
  },
  'picture.thumbnail': {
    zh: '缩略图与正图相同',
    en: 'the thumbnail shows the same as the picture',
  },
  'picture.frames': {
    zh: '动画有 {total} 帧，第 {from} 帧以后没有检查（一个动画最多检查 {limit} 个不同的画面）；标志可能出现在后面的画面里，请从头到尾看一遍，或截成短一些的动画再检查',
    en: 'the animation has {total} frames; nothing from frame {from} on was inspected (at most {limit} distinct ones of an animation are), and a mark may be shown there: watch it to its end, or cut it into shorter ones and check again',
  },
  'picture.unended': {
    zh: '图片文件缺少结束标记，但画面是完整的，已全部检查',
    en: 'the picture file lacks its end mark; the picture itself is whole and was inspected',
  },
  'picture.compression': {
    zh: '第 {page} 页用的压缩方式（{name}）不支持，没有检查；请另存为常用的压缩方式（LZW、JPEG 或不压缩）或转成 PNG 后再检查',
    en: 'page {page} is compressed in a way that is not supported ({name}) and was not inspected; save it with LZW, JPEG or no compression, or as PNG, and check again',
  },
  'icon.small': {
    zh: '图标（最大 {side} 像素），放不下文字',
    en: 'icon (at most {side} pixels), too small to hold text',
  },
  'icon.broken': {
    zh: '图标文件不完整，没有检查',
    en: 'the icon file is incomplete and was not inspected',
  },
  'picture.veiled': {
    zh: '透明处还藏着看不见的图像，已另作一页检查',
    en: 'more is drawn where the picture is transparent or matches a white ground; inspected as a page of its own',
  },
  'picture.remains': {
    zh: '图片末尾还留着 {bytes} 字节，是裁剪、修改前那张图的尾部，有办法恢复出被裁掉的画面',
    en: '{bytes} bytes at the end are the tail of the picture as it was before it was cropped or edited; what was cut away can be brought back',
  },
  'picture.trailing': {
    zh: '图片数据结束后还有 {bytes} 字节',
    en: '{bytes} bytes follow the end of the picture data',
  },
  'picture.same-frames': {
    zh: '动画共 {total} 帧，其中互不相同的 {distinct} 帧已检查',
    en: 'of {total} frames of the animation {distinct} are distinct and were inspected',
  },
} as const
