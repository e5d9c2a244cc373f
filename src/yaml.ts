/** The door to the YAML library, loaded when it is first needed. */
import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

export type { Yaml }

export function openYaml(): typeof Yaml {
  return createRequire(import.meta.url)('yaml') as typeof Yaml
}
