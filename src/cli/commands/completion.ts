/** `secscan completion SHELL`: a script for the shell, made from the settings table and the list of commands. */
import { UsageError } from '../../errors.js'
import type { Setting } from '../../settings/kinds.js'
import { settings } from '../../settings/table.js'
import type { Lang } from '../../types.js'
import type { Command, CommandLine } from './command.js'

export const completion: Command = async ({ words, lang, commands, print }) => {
  const [shell = ''] = words
  if (!Object.hasOwn(scripts, shell)) {
    const choices = Object.keys(scripts).join(' | ')
    throw new UsageError({ code: 'cli.unknown-command', args: { command: 'completion', choices } })
  }
  await print(scripts[shell as keyof typeof scripts](commands, lang))
  return 0
}

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }

const all = settings.map(([, setting]) => setting)
type Commands = readonly CommandLine[]
const firstWords = (commands: Commands) => [...new Set(commands.map(({ words }) => words[0]))]
const secondWords = (commands: Commands, first: string) =>
  commands.flatMap(({ words }) => (words[0] === first && words[1] !== undefined ? [words[1]] : []))
/** First words that want a second. */
const doubles = (commands: Commands) =>
  firstWords(commands).filter((first) => secondWords(commands, first).length > 0)

function bashScript(commands: Commands): string {
  const values = all
    .filter(({ choices }) => choices)
    .map(
      ({ flag, choices }) =>
        `    ${flag}) COMPREPLY=($(compgen -W '${choices!.join(' ')}' -- "$word")); return ;;`,
    )
  const seconds = doubles(commands).map(
    (first) =>
      `    ${first}) COMPREPLY=($(compgen -W '${secondWords(commands, first).join(' ')}' -- "$word")); return ;;`,
  )
  return `_secscan() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $before in
${[...values, ...seconds].join('\n')}
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '${all.map(({ flag }) => flag).join(' ')}' -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -f -W '${firstWords(commands).join(' ')}' -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _secscan secscan
`
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

function zshScript(commands: Commands, lang: Lang): string {
  const option = ({ flag, kind, choices, help }: Setting) => {
    const words = help[lang].replace(/[[\]:]/g, ' ')
    const value = kind === 'switch' ? '' : choices ? `:value:(${choices.join(' ')})` : ':value:_files'
    return `  ${quoted(`${kind === 'list' ? '*' : ''}${flag}[${words}]${value}`)}`
  }
  return `#compdef secscan
_arguments \\
${all.map(option).join(' \\\n')} \\
  '1:file or command:_alternative "files:file:_files" "commands:command:(${firstWords(commands).join(' ')})"' \\
  '*:file:_files'
`
}

function fishScript(commands: Commands, lang: Lang): string {
  const options = all.map(({ flag, short, kind, choices, help }) => {
    const letter = short ? ` -s ${short}` : ''
    const value = kind === 'switch' ? '' : choices ? ` -x -a ${quoted(choices.join(' '))}` : ' -r'
    return `complete -c secscan -l ${flag.slice(2)}${letter}${value} -d ${quoted(help[lang])}`
  })
  const firsts = firstWords(commands).map(
    (first) => `complete -c secscan -n __fish_use_subcommand -a ${first}`,
  )
  const seconds = doubles(commands).map(
    (first) =>
      `complete -c secscan -n '__fish_seen_subcommand_from ${first}' -x -a ${quoted(secondWords(commands, first).join(' '))}`,
  )
  return `${[...options, ...firsts, ...seconds].join('\n')}\n`
}
