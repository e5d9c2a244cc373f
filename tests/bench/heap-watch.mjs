/** Loaded before a program by `--import`: writes the most its heap held after collections into $HEAP_TOLD. Children stay silent. */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const every = 400

if (process.send === undefined && process.env['HEAP_TOLD']) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  let most = 0
  const look = () => {
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  setInterval(look, every).unref()
  process.on('exit', () => {
    look()
    writeFileSync(process.env['HEAP_TOLD'], String(most))
  })
}
