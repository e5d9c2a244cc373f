/** Peak memory of a process and all its descendants: the sum of PSS, which counts shared pages once. Linux only. */
import { readFileSync, readdirSync } from 'node:fs'

const every = 30

/** Starts watching; `end()` gives the peak in bytes. */
export function familyMemory(pid) {
  let peak = 0
  const look = () => {
    peak = Math.max(
      peak,
      family(pid).reduce((sum, member) => sum + pss(member), 0),
    )
  }
  const timer = setInterval(look, every)
  return {
    end() {
      clearInterval(timer)
      return peak
    },
  }
}

function family(pid) {
  const children = new Map()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const parent = parentOf(entry)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  const found = [pid]
  for (const member of found) found.push(...(children.get(member) ?? []))
  return found
}

/** Field 4 of /proc/PID/stat, after the name in brackets; null when the process is gone. */
function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat === null ? null : Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0])
}

function pss(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')
  return found ? Number(found[1]) * 1024 : 0
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
