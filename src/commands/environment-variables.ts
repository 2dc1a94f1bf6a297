/** What the program takes from its environment, and what each does; a flag comes before it, the profile after. */
export const environmentVariables: Readonly<Record<string, string>> = {
  PULSEPACE_DATA_DIR: 'where data lives, as --data-dir',
  PULSEPACE_PROFILE: 'whose data, as --profile',
  PULSEPACE_CONFIG_DIR: 'where your own routines live, in its folder routines',
  PULSEPACE_SENSOR: 'whose pulse, as --sensor',
  PULSEPACE_CAUTION: 'the pulse that warns, as --caution',
  PULSEPACE_LIMIT: 'the pulse above which exercise stops, as --limit',
  PULSEPACE_THEME: 'the colours of the screens, as --theme',
  PULSEPACE_VOICE: '1 speaks, 0 does not, as --voice and --no-voice',
  PULSEPACE_CUES: 'how much is spoken, as --cues',
  PULSEPACE_BLE_NODE: 'the node that runs the Bluetooth driver, where it needs rights of its own',
  ACCESSIBLE: '1 tells a session in sentences for a screen reader, as --accessible',
  NO_COLOR: 'draws without colours',
  FORCE_COLOR: 'draws with colours where there is no terminal too; 0 without',
  TERM: 'dumb, in place of the name of a terminal, gives lines instead of screens, in ASCII',
  CI: 'gives lines instead of screens, and asks nothing',
  'XDG_DATA_HOME, XDG_CONFIG_HOME':
    'on Linux, where data and settings live where nothing else says it',
  'LC_ALL, LC_CTYPE, LANG': 'a locale of UTF-8 draws with more than ASCII',
};
