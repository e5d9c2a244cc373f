/** What every detector of hidden places is: a kind and a way to find it. */
import type { Mark } from '../../types.js'
import type { DetectorInput } from './scene.js'

export interface MarkDetector {
  /** `Mark.kind` of everything it finds. */
  readonly kind: string
  /** Boxes are in pixels of the raster the scene was made of. */
  detect(scene: DetectorInput): Mark[]
}
