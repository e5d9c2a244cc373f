/** What every detector of hidden places is: a kind and a way to find it. */
import type { Mark } from '../../types.js'
import type { Field } from './field.js'

export interface MarkDetector {
  /** `Mark.kind` of everything it finds. */
  readonly kind: string
  /** Boxes are in pixels of the raster the field was made of. */
  detect(field: Field): Mark[]
}
