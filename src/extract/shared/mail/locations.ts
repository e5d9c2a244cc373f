/** Addresses of the parts of a saved web page (RFC 2557): what one part shows, another part is. */
import type { Source } from '../../../types.js'

export class Locations {
  readonly #known = new Set<string>()

  add(location: string): void {
    if (location) this.#known.add(location)
  }

  /** The part as a source whose links are known to lead to other parts, which are inspected on their own account. */
  linked(source: Source, location: string): Source {
    const carries = (href: string) =>
      [href.trim(), resolved(href.trim(), location)].some((address) => this.#known.has(address))
    const sibling = async (href: string) => (carries(href) ? { ...source, elsewhere: true } : null)
    return { ...source, sibling, carries }
  }
}

function resolved(href: string, base: string): string {
  try {
    return new URL(href, base).href
  } catch {
    return href
  }
}
