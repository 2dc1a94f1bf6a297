/** A routine of one's own to begin from: right as it is, with a word on every key. */
export const exampleRoutine = (
  id: string,
): string => `# A routine of your own. Change what you like, then:
#   pulsepace routines check ${id}
#   pulsepace train ${id} --sensor simulator --speed 10
# Every key, for editors that check as you type: pulsepace routines schema > routine.schema.json
schemaVersion: 1
id: ${id} # the name of this file
name: My routine
summary: What it is good for, in one line.
when: [morning] # morning, day, evening
restSeconds: 20 # between the exercises; a rest lasts longer while the pulse is up
# cautionBpm: 85   # a routine may lower the limits, never raise them
# limitBpm: 95
cautions:
  - Stop at once if anything feels wrong.
steps:
  - id: arm-circles
    name: Arm circles
    posture: standing # lying, sitting, standing, kneeling, walking
    restPosture: sitting # sitting or lying
    prompt: # one to four short lines
      - Stand upright, arms down.
      - Draw large circles with both arms.
    # So many times, at so many a minute; { least, most } grows with the level from 0 to 10.
    # \`each: [left, right]\` does it all on each side, \`halves: [forward, backward]\` shares it out.
    dose: { type: reps, reps: { least: 10, most: 20 }, cadencePerMin: 20, halves: [forward, backward] }
    breathing: Breathe in as the arms rise.
    effort: light # still, light, moderate, vigorous: the pulse it asks for

  - id: marching
    name: Marching on the spot
    posture: standing
    prompt:
      - March on the spot, knees high.
    dose: { type: time, seconds: 60, cadencePerMin: 60 }
    breathing: Breathe evenly.
    effort: moderate
    cautions:
      - Hold on to something if you feel unsteady.
    easier: # what the first sessions begin with, where the effort is moderate or more
      name: Marching on a chair
      posture: sitting
      prompt:
        - Sit upright and lift one knee after the other.

  # Other doses:
  #   { type: holds, holdSeconds: 5, reps: 3, restSeconds: 15 }
  #   { type: sets, sets: 2, reps: 8, cadencePerMin: 10, restSeconds: 60 }
  #   { type: open }   # until you press n
  - id: settle
    name: Settle
    posture: sitting
    prompt:
      - Sit still until your pulse has come down.
    dose: { type: settle, atLeastSeconds: 60, atMostSeconds: 240 }
    breathing: In for four, out for six.
    effort: still
`;
