/** Files that only point to their content: large-file stores of version control, internet shortcuts, documents kept online. */
import { Uninspectable } from '../../errors.js'

/** `fetch`: by a command; `link`: an address; `cloud`: a document that is no file anywhere. */
type Way = 'fetch' | 'link' | 'cloud'

const kinds: readonly (readonly [form: RegExp, kind: string, way: Way, command?: string])[] = [
  [
    /^version https?:\/\/(?:(?:git-lfs|hawser)\.github\.com\/spec|git-media\.io\/v)\//,
    'Git LFS',
    'fetch',
    'git lfs pull',
  ],
  [/^(\/annex\/objects\/|\.\.?\/[^\n]*\.git\/annex\/objects\/)/, 'git-annex', 'fetch', 'git annex get'],
  [/^outs:\s*\n\s*- (md5|etag|hash):/, 'DVC', 'fetch', 'dvc pull'],
  [/^\s*\[InternetShortcut\]/i, '.url', 'link'],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE plist[^>]*>\s*)?<plist[^>]*>\s*<dict>\s*<key>URL<\/key>/i,
    '.webloc',
    'link',
  ],
  [/^\s*\[Desktop Entry\][^[]*^Type=Link\s*$/m, '.desktop', 'link'],
  [
    /^\s*\{\s*"(url|doc_id|app_id|resource_id)"\s*:[^{}]{0,600}"?https?:\/\/(docs|drive)\.google\.com\//,
    'Google Drive',
    'cloud',
  ],
]

export function pointed(text: string): Uninspectable | null {
  const found = kinds.find(([form]) => form.test(text))
  if (!found) return null
  const [, kind, way, how = ''] = found
  return new Uninspectable('unsupported', { code: `text.${way}`, args: { kind, how } })
}
