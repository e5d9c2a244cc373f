/**
 * `npm run bench:hidden -- [--part dev|test] [--documents N] [--ordinary N]`
 *
 * Prints Markdown tables. Needs Chromium, poppler and Debian's Chinese fonts; the product must be built. The pictures
 * are kept under tests/.scratch/ and built again when the generator changes.
 */
import { parseArgs } from 'node:util'
import { machine } from '../machine.mjs'
import { benchPixels } from './pixels.mjs'

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    documents: { type: 'string', default: '14' },
    ordinary: { type: 'string', default: '300' },
  },
})
console.log(`Measured on ${machine()}.\n`)
console.log(
  await benchPixels({
    part: values.part,
    documents: Number(values.documents),
    ordinary: Number(values.ordinary),
  }),
)
