/** Tracked deletions whose text still stands in its paragraph, between a start and an end (ODF 1.3, part 3, 5.5). */
import type { XmlElement } from '../shared/xml.js'

export class Changes {
  /** Ids of deletions, told ahead of the text. */
  readonly #deletions = new Set<string>()
  readonly #running = new Set<string>()
  #region = ''

  open(element: XmlElement): void {
    const id = element.attribute('text:change-id') ?? ''
    if (element.name === 'text:changed-region')
      this.#region = element.attribute('text:id') ?? element.attribute('xml:id') ?? ''
    else if (element.name === 'text:deletion') this.#deletions.add(this.#region)
    else if (element.name === 'text:change-start' && this.#deletions.has(id)) this.#running.add(id)
    else if (element.name === 'text:change-end') this.#running.delete(id)
  }

  /** What is said here was deleted. */
  get deleting(): boolean {
    return this.#running.size > 0
  }
}
