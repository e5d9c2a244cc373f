/** The help a person can learn the tool from. */
import type { Lang } from '../types.js'

const zh = `secscan：发布前保密检查。告诉你一份文件能不能发布，为什么，接下来怎么办。

用法
  secscan 通知.pdf                     检查一个文件
  secscan 通知.pdf 附件.docx           检查几个文件
  secscan 待发布/                      检查一个文件夹（通知和附件算一次发布）
  secscan - --stdin-name 通知.docx     从标准输入读取
  secscan rules list                   列出全部规则；explain 编号、test [目录]、new 编号 [目录]
  secscan config show                  列出全部设置和它们的出处
  secscan doctor                       自检：这台机器上的 secscan 靠不靠得住

选项
  --format text|json|html 报告格式，默认 text（给人看），json 给程序用，
                          html 是带图的网页，配合 --output 报告.html 使用
  --pictures none|strip|page
                          html 报告里的图：不要图、只截取所在位置（默认）、整页
  --output 文件           把报告写进文件，屏幕上只显示结论
  --strict                须人工核对的内容也按禁止发布处理
  --quiet                 只显示不能直接发布的文件
  --doctor                先自检，通过了才检查，并在报告里记录（审计用）
  --ocr paddle|tesseract|off
                          图片识别引擎，默认 paddle；off 表示不识别，图片一律算未检查
  --ocr-backend native|wasm
                          强制使用某种运算方式，一般不用设置
  --explain               同时列出认定为提及、予以放行的内容和理由
  --config 文件           设置文件，默认是当前文件夹的 secscan.yaml
  --policy 文件           上级规定：设置只能比它更严（也可用环境变量 SECSCAN_POLICY）
  --rules 目录            增加自己的规则（可重复）
  --pack 名称             打开可选规则包，如 tw、us（可重复）
  --reveal                报告里不遮盖个人信息，并显示被遮盖的原文（报告请妥善保管）
  --jobs 数量             同时使用几个进程
  --timeout 秒            一页超过多少秒没有进展就放弃，默认 120
  --max-memory 兆         每个进程最多占用多少内存，默认 1536
  --max-pages 数量        一个文件最多检查多少页，默认 20000
  --max-parts 数量        一个文件里最多打开多少个内嵌文件，默认 20000
  --max-pixels 数量       一张图片最多多少像素，默认 4 亿
  --max-bytes 字节        解压后最多多少字节，默认 4 GiB
  --max-depth 层          嵌套最多多少层，默认 12
  --max-ratio 倍          压缩文件最多膨胀多少倍，默认 200
  --today 日期            按哪一天判断（如 2026-03-01），默认今天
  --stdin-name 名称       标准输入的文件名
  --lang zh|en            报告语言
  --version               版本
  --help                  本说明

结论和退出码
  0  可以发布（可能有须人工核对的内容，见报告）
  1  禁止发布：发现了不能发布的内容
  2  没能完成要求的检查：文件找不到、选项写错、程序出错
  3  禁止发布：没有发现问题，但有内容没能检查（加密、损坏、不认识的格式）

没有标志不等于不涉密，本工具不代替保密审查。
`

const en = `secscan: check documents before they are posted. Says publish or block, why, and what to do next.

Usage
  secscan notice.pdf                   check one file
  secscan notice.pdf annex.docx        check several files
  secscan outbox/                      check a folder (a notice with its attachments is one posting)
  secscan - --stdin-name notice.docx   read standard input
  secscan rules list                   every rule; explain ID, test [DIR], new ID [DIR]
  secscan config show                  every setting and where it was said
  secscan doctor                       check up this installation

Options
  --format text|json|html report format; text for people (default), json for programs,
                          html is a page with pictures, use it with --output report.html
  --pictures none|strip|page
                          pictures in the html report: none, the place only (default), whole pages
  --output FILE           write the report to a file, show only the verdict on screen
  --strict                what a person must check blocks too
  --quiet                 show only files that cannot be posted as they are
  --doctor                check up the installation first, scan only if it passes, and record it (for audits)
  --ocr paddle|tesseract|off
                          OCR engine, default paddle; off leaves every picture uninspected
  --ocr-backend native|wasm
                          force one way of computing; rarely needed
  --explain               list the mentions that were let through, and why
  --config FILE           settings; secscan.yaml of the working directory by default
  --policy FILE           a floor that settings can only tighten (also SECSCAN_POLICY)
  --rules DIR             add your own rules (repeatable)
  --pack NAME             switch on an optional rule pack such as tw, us (repeatable)
  --reveal                do not mask personal data, show covered text (keep the report safe)
  --jobs N                processes at once
  --timeout SECONDS       give a page up after this long without progress, default 120
  --max-memory MB         memory per process, default 1536
  --max-pages N           pages per file, default 20000
  --max-parts N           embedded files per file, default 20000
  --max-pixels N          pixels per picture, default 400 million
  --max-bytes N           unpacked bytes per file, default 4 GiB
  --max-depth N           levels of nesting, default 12
  --max-ratio N           times its size an archive may unpack to, default 200
  --today DATE            judge as of this day (2026-03-01), default today
  --stdin-name NAME       file name of standard input
  --lang zh|en            language of the report
  --version               version
  --help                  this text

Verdicts and exit codes
  0  OK to publish (there may be places to check, see the report)
  1  do not publish: something was found
  2  secscan could not do what was asked: missing file, wrong option, internal error
  3  do not publish: nothing found, but something could not be inspected

The absence of a mark does not mean the absence of a secret; this tool does not replace a secrecy review.
`

export const help: Readonly<Record<Lang, string>> = { zh, en }
