/** Files that only point to their content: large-file stores of version control, internet shortcuts, documents kept online. */
import { Uninspectable } from '../../errors.js'

const kinds: readonly (readonly [form: RegExp, kind: string, how: string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'Git LFS', 'git lfs pull'],
  [/^(\/annex\/objects\/|\.\.?\/[^\n]*\.git\/annex\/objects\/)/, 'git-annex', 'git annex get'],
  [/^outs:\s*\n\s*- (md5|etag|hash):/, 'DVC', 'dvc pull'],
  [/^\s*\[InternetShortcut\]/i, '.url', '打开链接另存 / open the link and save the file'],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE plist[^>]*>\s*)?<plist[^>]*>\s*<dict>\s*<key>URL<\/key>/i,
    '.webloc',
    '打开链接另存 / open the link and save the file',
  ],
  [/^\s*\[Desktop Entry\][^[]*^Type=Link\s*$/m, '.desktop', '打开链接另存 / open the link and save the file'],
  [
    /^\s*\{\s*"(url|doc_id|app_id|resource_id)"\s*:[^{}]{0,600}"?https?:\/\/(docs|drive)\.google\.com\//,
    'Google Drive',
    '在云端导出文件 / export the file from the drive',
  ],
]

export function pointed(text: string): Uninspectable | null {
  const found = kinds.find(([form]) => form.test(text))
  if (!found) return null
  const [, kind, how] = found
  return new Uninspectable('unsupported', { code: 'text.pointer', args: { kind, how } })
}
