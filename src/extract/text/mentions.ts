/** Where a value of a configuration file talks about marks (rules, translations, descriptions) and bears none. */
import { holdsEscapedTags, holdsTags } from '../shared/markup/tree.js'

/** Lists about marks: what stands in them is named, not borne. */
const wordLists =
  /^(?:examples?|samples?|tests?|cases|fixtures?|patterns?|regex(?:es)?|rules?|keywords?|hits?|miss(?:es)?|terms?|words?|labels?|options?|enum|dictionary|示例|例子|样例|词库|规则|关键词)$/i
/** A mapping with one of these says what is looked for; its other fields tell why. */
const ruleParts = /^(?:patterns?|regex(?:es|p)?|clues?|keywords?|正则|关键词)$/i
/** IETF language tags as translations are keyed and named by them (RFC 5646, `_` for `-`). */
const language = /^(?:zh|en|ja|ko|fr|de|ru|es)(?:[-_](?:hans|hant|[a-z]{2}|latn))*$/i
/** Collections of the sentences of a program. */
const collections = /^(?:messages?|translations?|locales?|i18n|l10n|strings|errors?|warnings?|enums?|dict)$/i
/** Fields that describe; a mark with its sign is borne even there. */
const describing =
  /^(?:why|reason|advice|descriptions?|desc|explanation|help|hints?|tooltips?|placeholders?|remarks?|comments?|说明|描述|提示)$/i
const sign = /[★☆]/
/** As in `messages_zh_CN.properties`, `app.zh.yaml`, `i18n.yml`. */
const namedSo =
  /^(?:.*[._-])?(?:(?:zh|en|ja|ko|fr|de|ru|es)(?:[-_](?:hans|hant|[a-z]{2}))*|messages?|i18n|l10n|locales?|translations?)\.[a-z]+$/i

export const isWordList = (keys: readonly string[]): boolean => keys.some((key) => wordLists.test(key))

export const isRulePart = (key: string): boolean => ruleParts.test(key)

/** Markup is read as the page it is, wherever it stands. */
export const isPage = (text: string): boolean => holdsTags(text) || holdsEscapedTags(text)

/** Whether the text under the keys (outermost first; one with dots counts as its steps) is a mention. */
export type Mentions = ((keys: readonly string[], text: string) => boolean) | null

/** `name`: of the file; without one, as in the head of a document, nothing is a mention. */
export function mentionsIn(name: string | undefined): Mentions {
  if (name === undefined) return null
  const isAll = namedSo.test(name)
  return (keys, text) => {
    if (isPage(text)) return false
    const steps = keys.flatMap((key) => key.split('.'))
    const isSaid = isAll || steps.some((step) => language.test(step) || collections.test(step))
    return isSaid || (!sign.test(text) && steps.some((step) => describing.test(step)))
  }
}
