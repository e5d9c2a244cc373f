/** What travels along while one OFD file is read. */
import type { Piece, Place, Source, Work } from '../../types.js'
import type { ZipEntry } from '../shared/zip.js'
import type { OfdPackage } from './package.js'
import type { Fonts } from './page-text.js'

export interface OfdReading {
  readonly pack: OfdPackage
  readonly source: Source
  readonly work: Work
  readonly fonts: Fonts
  /** Documents already read, so that two bodies or versions over one file do not repeat it. */
  readonly read: Set<ZipEntry>
}

export function missing(place: Place, name: string): Piece {
  return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'ofd.missing', args: { name } } }
}
