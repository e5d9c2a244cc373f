/** Which language to speak when the user did not say. */
import type { Lang } from '../types.js'

export interface Surrounding {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/**
 * LC_ALL, then LC_MESSAGES, then LANG; `C`, `POSIX` and unset mean Chinese, because that is who the readers are
 * (`Intl` answers en-US for those). On Windows the variables are rarely set and `Intl` knows.
 */
export function guessLang({ env, platform }: Surrounding): Lang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  if (locale !== undefined) return /^(c|posix)([.@]|$)/i.test(locale) || /^zh/i.test(locale) ? 'zh' : 'en'
  if (platform !== 'win32') return 'zh'
  return Intl.DateTimeFormat().resolvedOptions().locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
