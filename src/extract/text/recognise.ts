/** What kind of text a file is, by its first bytes and its name; and which text-like files are not ours to read. */
import type { Probe } from '../../types.js'
import { decodeText } from '../shared/charset.js'
import { isMailHead } from '../shared/mail/head.js'

export type Kind = 'plain' | 'markdown' | 'csv' | 'json' | 'xml' | 'yaml' | 'settings' | 'template'

/** Written in ASCII, but the message is encoded, drawn or encrypted inside: reading the bytes would prove nothing. */
const notText: readonly RegExp[] = [
  /^\s*\{\\rtf/,
  /^%PDF-/,
  /^%!PS/,
  /^\s*(<\?xml[^>]*>)?\s*(<!--[\s\S]{0,2000}?-->\s*)?(<!DOCTYPE svg[^[>]*(\[[\s\S]*?\])?>\s*)?<(\w+:)?svg[\s>]/i,
  /^\s*<\?xml[\s\S]{0,400}?<\?mso-application\s/i,
  /^\s*<\?xml[\s\S]{0,400}?<(pkg:package|office:document|fo:root)[\s>]/i,
  /^-----BEGIN (PGP MESSAGE|PKCS7|CMS|ENCRYPTED)/m,
  /^begin-base64 [0-7]{3,4} \S/m,
  /^begin [0-7]{3,4} \S[^\n]*\nM[ -`]{60}/m,
]

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['markdown', /\.(md|markdown|mdown|mkd|mdx|rmd|qmd)$/],
  ['csv', /\.(csv|tsv|tab|psv)$/],
  ['json', /\.(json|jsonl|ndjson|geojson|ipynb|webmanifest|har|json5|jsonc|topojson)$/],
  ['xml', /\.(xml|xsd|xsl|xslt|rss|atom|plist|kml|gpx|wsdl|opml|resx|xaml|rdf|tei|dita|drawio|dio|mm|bpmn)$/],
  ['yaml', /\.ya?ml$/],
  ['settings', /\.(toml|ini|properties|cfg|conf|env)$/],
  [
    'template',
    /\.(vue|svelte|astro|jsp|jspx|jspf|tag|php\d?|phtml|asp|aspx|ascx|cshtml|ejs|hbs|handlebars|mustache|erb|ftl|ftlh|vm|twig|tpl|liquid|njk|jinja2?|j2|wxml|tmpl|gohtml)$/,
  ],
]

/** The head as text, or null when it is binary. */
export function textOf(probe: Probe): string | null {
  return decodeText(probe.head)?.text ?? null
}

export function isForeign(text: string): boolean {
  return notText.some((form) => form.test(text)) || isMailHead(text)
}

export function kindOf(name: string, text: string): Kind {
  const named = kinds.find(([, extension]) => extension.test(name.toLowerCase()))
  if (named) return named[0]
  if (/^\s*<(\?xml|mxfile|mxGraphModel|opml|rss|feed)[\s>]/.test(text)) return 'xml'
  if (/^\s*[[{]\s*["{[\]}]/.test(text) && !/\.\w{1,12}$/.test(name)) return 'json'
  return 'plain'
}
