import type { Shell } from './shells.ts';

const bash = `# Completion of pulsepace for bash.
_pulsepace() {
  local line="\${COMP_LINE:0:COMP_POINT}" value about word
  local typed="\${line##*[[:space:]]}" kept=''
  # bash takes : and = for ends of words, and replaces what follows them only.
  [[ $typed == *[:=]* ]] && kept="\${typed%"\${typed##*[:=]}"}"
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    printf -v word %q "\${value#"$kept"}"
    [[ $value == '~/'* ]] && printf -v word '~/%q' "\${value#'~/'}"
    COMPREPLY+=("$word")
  done < <(pulsepace complete "$line" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[:=/] ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _pulsepace pulsepace
`;

const zsh = `#compdef pulsepace
# Completion of pulsepace for zsh.
_pulsepace() {
  local line="\${(j: :)words[1,CURRENT-1]} $PREFIX" value about word said
  local -a whole begun wholeSaid begunSaid
  while IFS=$'\\t' read -r value about; do
    word="\${(q)value}"
    [[ $value == '~/'* ]] && word="~/\${(q)value#'~/'}"
    said="$value\${about:+  -- $about}"
    if [[ $value == *[:=/] ]]; then
      begun+=("$word") begunSaid+=("$said")
    else
      whole+=("$word") wholeSaid+=("$said")
    fi
  done < <(pulsepace complete "$line" 2>/dev/null)
  (( \${#whole} )) && compadd -Q -l -d wholeSaid -a whole
  (( \${#begun} )) && compadd -Q -S '' -l -d begunSaid -a begun
  (( \${#whole} + \${#begun} ))
}
if [[ \${funcstack[1]} == _pulsepace ]]; then
  _pulsepace "$@"
else
  compdef _pulsepace pulsepace
fi
`;

const fish = `# Completion of pulsepace for fish.
complete --command pulsepace --erase
complete --command pulsepace --no-files --arguments '(pulsepace complete (commandline -cp | string collect) 2>/dev/null)'
`;

/** What each shell reads; all of them ask `pulsepace complete` at every Tab, so that none goes stale. */
export const completionScripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
