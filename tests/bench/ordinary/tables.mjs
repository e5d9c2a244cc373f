/** Blocks, reviews and gaps by kind and by rule, counted in files. */
import { markdown, share } from '../table.mjs'

const isBlocked = ({ verdict }) => verdict === 'block'
const rang = (level, name) => (file) =>
  file.alarms.some((alarm) => alarm.level === level && (!name || alarm.name === name))
const asks = (file) => !isBlocked(file) && rang('review')(file)

export function tables(judged) {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort()
  const row = (name, files) => {
    const count = (test) => files.filter(test).length
    const [blocked, asked] = [count(isBlocked), count(asks)]
    return [name, files.length, blocked, share(blocked, files.length), asked, share(asked, files.length), count(rang('gap'))] // prettier-ignore
  }
  const rows = kinds.map((kind) => row(kind, judged.filter((file) => file.kind === kind))) // prettier-ignore
  const head = ['kind', 'files', 'blocked', 'share', 'to be looked at', 'share', 'with a gap']
  return `${markdown(head, [...rows, row('**all**', judged)])}\n\n${rulesTable(judged)}`
}

function rulesTable(judged) {
  const names = judged.flatMap(({ alarms }) => alarms.map(({ level, name }) => `${level} ${name}`))
  const rows = [...new Set(names)].sort().map((each) => {
    const [level, name] = each.split(' ')
    const files = judged.filter(rang(level, name))
    const alone = files.filter(({ alarms }) =>
      alarms.every((alarm) => alarm.level === 'note' || alarm.name === name),
    )
    const kinds = new Map()
    for (const { kind } of files) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const where = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`)
    return [level, name, files.length, alone.length, where.join(', ')]
  })
  return markdown(['level', 'rule or cause', 'files', 'of them for this alone', 'kinds'], rows)
}
