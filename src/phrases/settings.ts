/** What is said about settings, policies, waivers and the user's own rules. */
export const settingsPhrases = {
  'rules.slow': {
    zh: '自定规则“{rule}”在这里用时太长，没有查完。请用 secscan rules test 检查它的正则表达式',
    en: 'your rule "{rule}" took too long here and was not finished; check its patterns with secscan rules test',
  },
  'settings.wrong-name': {
    zh: '有 {file}，但设置文件的名字是 {name}；请改名，或用 --config {file} 指定',
    en: 'there is a {file}, but settings are read from {name}; rename it or give --config {file}',
  },
  'settings.loosened': {
    zh: '{where} 要求 {key}: {asked}，低于上级规定 {policy} 的 {key}: {held}。上级规定只能从严',
    en: '{where} asks for {key}: {asked}, looser than {key}: {held} in the policy {policy}; a policy can only be tightened',
  },
  'settings.organ-beyond-policy': {
    zh: '{where} 的“{name}”不在上级规定 {policy} 的 publisher.organs 之内',
    en: '{where}: "{name}" is not among publisher.organs of the policy {policy}',
  },
  'settings.waiver-beyond-policy': {
    zh: '{where} 登记了豁免；有上级规定 {policy} 时，豁免只能写在上级规定里',
    en: '{where} waives findings; under the policy {policy} only the policy can',
  },
  'settings.unknown-rule': {
    zh: '{where}：没有编号为 {rule} 的规则，最接近的是 {near}',
    en: '{where}: there is no rule {rule}; the nearest is {near}',
  },
  'settings.unanswered': {
    zh: '{where}：把规则 {rule} 从 {from} 放宽到 {to}，必须写明 reason（理由）和 by（责任人）',
    en: '{where}: lowering rule {rule} from {from} to {to} needs a reason and who answers for it (by)',
  },
  'settings.default': { zh: '默认', en: 'default' },
  'settings.policy': { zh: '上级规定 {where}', en: 'policy {where}' },
  'settings.flag': { zh: '命令行 {where}', en: 'command line {where}' },
  'settings.file': { zh: '{where}', en: '{where}' },
  'level.block': { zh: '禁止发布', en: 'block' },
  'level.review': { zh: '须人工核对', en: 'review' },
  'level.note': { zh: '记录', en: 'note' },
  'level.off': { zh: '关闭', en: 'off' },
  'report.policies': { zh: '按上级规定检查：{names}', en: 'held to the policy: {names}' },
  'report.relaxed': { zh: '（规则已被放宽：{names}）', en: ' (rules relaxed: {names})' },
  'report.publish-relaxed': {
    zh: '未发现禁止发布的内容，但规则“{names}”已被放宽，须人工核对后方可发布',
    en: 'Nothing found that forbids publication, but rules have been relaxed ({names}): a person must check first',
  },
  'report.publish-waived': {
    zh: '未发现其他禁止发布的内容，{count} 处按登记的豁免放行',
    en: 'Nothing else found that forbids publication; {count} place(s) let through by registered waivers',
  },
  'report.relaxed-line': {
    zh: '规则“{title}”（{rule}）从“{from}”放宽为“{to}”，理由：{reason}，责任人：{by}（{where}）',
    en: 'rule "{title}" ({rule}) lowered from {from} to {to}: {reason}; {by} answers for it ({where})',
  },
  'report.waived': { zh: '按登记的豁免放行', en: 'Let through by waivers' },
  'report.waived-line': {
    zh: '{what}：{reason}，责任人：{by}，有效期至 {until}',
    en: '{what}: {reason}; {by} answers for it until {until}',
  },
  'report.waived-basis': { zh: '，依据：{basis}', en: '; basis: {basis}' },
  'waiver.expired': {
    zh: '豁免 {id}（{where}）已于 {until} 到期，不再起作用',
    en: 'waiver {id} ({where}) ended on {until} and does not count',
  },
  'waiver.no-basis': {
    zh: '豁免 {id}（{where}）没有写明 basis（书面依据），不能豁免标志',
    en: 'waiver {id} ({where}) names no basis; a mark is not waived without a written decision',
  },
  'waiver.unmet': {
    zh: '豁免 {id}（{where}）在本次检查中没有对应的内容',
    en: 'waiver {id} ({where}) met nothing in this run',
  },
  'report.explained': { zh: '认定为提及、予以放行的内容', en: 'Mentions that were let through' },
  'report.none-explained': { zh: '没有这样的内容', en: 'there are none' },
  'settings.machine': { zh: '由本机决定', en: 'up to the machine' },
  'settings.nothing': { zh: '无', en: 'none' },
} as const
