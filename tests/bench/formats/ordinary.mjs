/** Ordinary office files with nothing to hide, to see how many of them cannot be read to the end. */
import { drawn, wholeFont } from '../../build-fixtures/ofd-pictures.mjs'
import { random } from '../../fuzz/mutate.mjs'
import { save, sheetSource, slideSource, textSource } from './office.mjs'

const subjects = ['植树活动', '食堂采购', '职工运动会', '图书捐赠', '节能宣传', '志愿服务', '道路养护', '文艺汇演', '垃圾分类', '健康体检'] // prettier-ignore
const sentences = [
  (subject, number) => `关于开展${subject}的通知（第${number}号）`,
  (subject) => `为做好${subject}有关工作，现将有关事项通知如下。`,
  (_subject, number) => `一、时间：本月${(number % 28) + 1}日上午九时。`,
  (subject) => `二、地点：一楼大厅，${subject}签到处。`,
  (_subject, number) => `三、参加人员：各科室派员${(number % 5) + 1}名，请提前十分钟到场。`,
  (subject, number) => `${subject}所需经费${number * 130}元，在年度预算中列支。`,
  () => '请各单位认真组织，确保安全有序。',
]
/** Places that ordinary documents use too; what stands there is as harmless as the rest. */
const places = ['body', 'header', 'footer', 'comment', 'footnote', 'box', 'picture', 'property', 'attachment', 'object', 'notes'] // prettier-ignore
const kinds = [
  { source: textSource, extension: 'fodt', targets: ['docx', 'doc', 'odt', 'rtf'] },
  { source: sheetSource, extension: 'fods', targets: ['xlsx', 'xls', 'ods'] },
  { source: slideSource, extension: 'fodp', targets: ['pptx', 'ppt', 'odp'] },
]

/** @param {string} folder @param {number} count files at least */
export function ordinaryFiles(folder, count) {
  const each = Math.ceil(count / kinds.reduce((sum, { targets }) => sum + targets.length, 0))
  const png = drawn('欢迎参加', ['png:-'], '320x120', wholeFont)
  for (const { source, extension, targets } of kinds) {
    const sources = {}
    for (let number = 0; Object.keys(sources).length < each; number += 1) {
      const next = random(number + 1)
      const subject = subjects[number % subjects.length]
      const plain = Array.from({ length: 3 + Math.floor(next() * 25) }, (_, index) => sentences[index === 0 ? 0 : Math.floor(next() * sentences.length)](subject, number + 1)) // prettier-ignore
      const text = source(places[number % places.length], { mark: `${subject}说明`, png, plain })
      if (text) sources[`${extension}-${number}.${extension}`] = text
    }
    save(folder, sources, targets)
  }
}
