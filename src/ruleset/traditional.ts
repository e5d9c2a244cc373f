/** Simplified characters that rules are written with, and the traditional forms the same words take. */

const table =
  '绝絕絶 机機 级級 长長 个個 内內 资資 传傳 发發 电電 报報 码碼 业業 务務 会會 后後 还還 阅閱閲 办辦 开開 启啟啓 结結 ' +
  '试試 类類 属屬 选選 项項 号號 标標 识識 员員 单單 关關 范範 围圍 领領 导導 参參 仅僅 联聯 系係繫 话話 证證 职職 军軍 ' +
  '样樣 题題 时時 间間 问問 请請 严嚴 禁禁 扩擴 复複復 摘摘 抄抄 转轉 载載 经經 许許 毁毀燬 销銷 归歸 县縣 团團 厅廳 ' +
  '临臨 刊刊 达達 应應 条條 贰貳 叁叄參 陆陸 万萬 乐樂 书書 亲親 产產 仓倉 优優 众眾 伤傷 军軍 农農 决決 减減 则則 创創 ' +
  '别別 制製 剂劑 动動 劳勞 区區 医醫 华華 协協 卫衛 历歷 压壓 变變 响響 园園 国國 图圖 场場 块塊 坚堅 处處 备備 复復 ' +
  '头頭 夺奪 实實 审審 对對 寻尋 将將 尔爾 层層 岁歲 币幣 师師 带帶 广廣 庆慶 庙廟 废廢 异異 张張 归歸 录錄 态態 总總 ' +
  '战戰 户戶 执執 护護 损損 换換 据據 数數 断斷 无無 旧舊 显顯 极極 构構 档檔 检檢 权權 欢歡 济濟 测測 滞滯 点點 独獨 ' +
  '现現 环環 画畫 监監 盘盤 确確 离離 积積 稳穩 签簽 简簡 约約 纪紀 线線 组組 细細 终終 给給 统統 继繼 续續 维維 综綜 ' +
  '编編 网網 罗羅 节節 药藥 虑慮 补補 规規 视視 计計 订訂 认認 讨討 让讓 训訓 议議 记記 讲講 论論 设設 访訪 评評 词詞 ' +
  '译譯 该該 说說 谁誰 调調 谈談 负負 责責 质質 购購 费費 贵貴 贸貿 过過 运運 进進 远遠 连連 适適 递遞 邮郵 释釋 针針 ' +
  '锁鎖 阳陽 际際 随隨 险險 隐隱 难難 页頁 顺順 预預 频頻 额額 风風 馆館 验驗 队隊 阶階 当當 条條 与與 专專 东東 两兩 中中'

const forms = new Map(table.split(' ').map((entry) => [entry[0]!, entry.slice(1).replaceAll(entry[0]!, '')]))

/** The traditional forms of a character, joined; empty when it has none here. */
export function traditionalOf(character: string): string {
  return forms.get(character) ?? ''
}
