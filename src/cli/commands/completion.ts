/** `secscan completion SHELL`: a script for the shell, made from the settings table and the list of commands. */
import { UsageError } from '../../errors.js'
import type { Setting } from '../../settings/kinds.js'
import { settings } from '../../settings/table.js'
import type { Lang } from '../../types.js'
import type { Command } from './command.js'
import { commandLines } from './index.js'

export const completion: Command = async ({ words, lang, print }) => {
  const [shell = ''] = words
  if (!Object.hasOwn(scripts, shell)) {
    const choices = Object.keys(scripts).join(' | ')
    throw new UsageError({ code: 'cli.unknown-command', args: { command: 'completion', choices } })
  }
  await print(scripts[shell as keyof typeof scripts](lang))
  return 0
}

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }

const all = settings.map(([, setting]) => setting)
const firstWords = [...new Set(commandLines.map(({ words }) => words[0]))]
const secondWords = (first: string) =>
  commandLines.flatMap(({ words }) => (words[0] === first && words[1] !== undefined ? [words[1]] : []))

function bashScript(): string {
  const values = all
    .filter(({ choices }) => choices)
    .map(
      ({ flag, choices }) =>
        `    ${flag}) COMPREPLY=($(compgen -W '${choices!.join(' ')}' -- "$word")); return ;;`,
    )
  const seconds = firstWords
    .filter((first) => secondWords(first).length > 0)
    .map(
      (first) =>
        `    ${first}) COMPREPLY=($(compgen -W '${secondWords(first).join(' ')}' -- "$word")); return ;;`,
    )
  return `_secscan() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $before in
${[...values, ...seconds].join('\n')}
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '${all.map(({ flag }) => flag).join(' ')}' -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -f -W '${firstWords.join(' ')}' -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _secscan secscan
`
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

function zshScript(lang: Lang): string {
  const option = ({ flag, kind, choices, help }: Setting) => {
    const words = help[lang].replace(/[[\]:]/g, ' ')
    const value = kind === 'switch' ? '' : choices ? `:value:(${choices.join(' ')})` : ':value:_files'
    return `  ${quoted(`${kind === 'list' ? '*' : ''}${flag}[${words}]${value}`)}`
  }
  return `#compdef secscan
_arguments \\
${all.map(option).join(' \\\n')} \\
  '1:file or command:_alternative "files:file:_files" "commands:command:(${firstWords.join(' ')})"' \\
  '*:file:_files'
`
}

function fishScript(lang: Lang): string {
  const options = all.map(({ flag, short, kind, choices, help }) => {
    const letter = short ? ` -s ${short}` : ''
    const value = kind === 'switch' ? '' : choices ? ` -x -a ${quoted(choices.join(' '))}` : ' -r'
    return `complete -c secscan -l ${flag.slice(2)}${letter}${value} -d ${quoted(help[lang])}`
  })
  const commands = firstWords.map((first) => `complete -c secscan -n __fish_use_subcommand -a ${first}`)
  const seconds = firstWords
    .filter((first) => secondWords(first).length > 0)
    .map(
      (first) =>
        `complete -c secscan -n '__fish_seen_subcommand_from ${first}' -x -a ${quoted(secondWords(first).join(' '))}`,
    )
  return `${[...options, ...commands, ...seconds].join('\n')}\n`
}
