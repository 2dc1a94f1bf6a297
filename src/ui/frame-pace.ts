/** How soon something new must be seen: at once, with the next measurement's frame, or with the next frame at all. */
export type Urgency = 'now' | 'measurement' | 'tick';

const framePeriodMs = 250;

/**
 * Decides when to draw, at most four frames a second each for ticks and for measurements, while what is urgent is drawn
 * in its own turn. `draw` is called at once or from one timer; `stop` forgets what waits.
 */
export function createFramePace(draw: () => void, now: () => number) {
  let tickMs = Number.NEGATIVE_INFINITY;
  let measurementMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function drawNow(): void {
    clearTimeout(timer);
    timer = undefined;
    tickMs = now();
    draw();
  }

  return {
    request: (urgency: Urgency): void => {
      const sinceMs = now() - (urgency === 'measurement' ? measurementMs : tickMs);
      if (urgency === 'now' || sinceMs >= framePeriodMs) {
        if (urgency === 'measurement') measurementMs = now();
        drawNow();
        return;
      }
      timer ??= setTimeout(drawNow, framePeriodMs - sinceMs);
    },
    stop: (): void => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
