/** Files that only point to their content: large-file stores of version control, internet shortcuts. */
import { Uninspectable } from '../../errors.js'

const kinds: readonly (readonly [form: RegExp, kind: string, how: string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'Git LFS', 'git lfs pull'],
  [/^(\/annex\/objects\/|\.\.?\/[^\n]*\.git\/annex\/objects\/)/, 'git-annex', 'git annex get'],
  [/^\s*\[InternetShortcut\]/i, '.url', '打开链接另存 / open the link and save the file'],
]

export function pointed(text: string): Uninspectable | null {
  const found = kinds.find(([form]) => form.test(text))
  if (!found) return null
  const [, kind, how] = found
  return new Uninspectable('unsupported', { code: 'text.pointer', args: { kind, how } })
}
