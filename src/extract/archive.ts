/** Archives of every kind, in order of priority: what they hold is inspected as if it lay beside them. */
import type { Extractor } from '../types.js'
import { gzip } from './archive/gzip.js'
import { packed } from './archive/packed.js'
import { program } from './archive/program.js'
import { tar } from './archive/tar.js'
import { zip } from './archive/zip.js'

export const archives: readonly Extractor[] = [zip, gzip, ...packed, tar, program]
