/** How far a step is. Told with 0 where it begins, so that its rate is right; ends where done is total. */
export type Progress = (step: string, done: number, total: number) => void;

/** For callers that show no progress. */
export const noProgress: Progress = () => undefined;

/** Where a command says what it does. Lines are for people: never a name, an e-mail address or a mark. */
export interface Report {
  log(text: string): void;
  readonly progress: Progress;
}

/** A terminal (isTTY), or else a log. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

interface ProgressStep {
  readonly name: string;
  readonly started: number;
  readonly first: number;
  done: number;
  /** When a line was last written to a log. */
  told: number;
}

const logEvery = 10_000;

/**
 * Writes to a terminal or a log. Progress is one line that moves on a terminal; in a log a line every ten seconds, and one at the end of a
 * step that took longer.
 * @param now milliseconds of a clock that only goes forward
 */
export function streamReport(output: Output, now: () => number = () => performance.now()): Report {
  let step: ProgressStep | undefined;
  let moving = false;
  const endMoving = () => {
    if (moving) output.write('\n');
    moving = false;
  };
  return {
    log: (text) => {
      endMoving();
      output.write(`${text}\n`);
    },
    progress: (name, done, total) => {
      const time = now();
      if (step?.name !== name || done < step.done) {
        endMoving();
        step = { name, started: time, first: done, done, told: time };
      }
      step.done = done;
      const isEnd = done === total;
      if (output.isTTY) {
        output.write(`\r\u001b[2K${progressText(step, total, time)}`);
        moving = true;
        if (isEnd) endMoving();
      } else if (time - step.told >= logEvery || (isEnd && time - step.started > logEvery)) {
        output.write(`${progressText(step, total, time)}\n`);
        step.told = time;
      }
      if (isEnd) step = undefined;
    },
  };
}

/** 'Writing Pupil Records: 1,200 of 8,000, 310 a second, 22 s left'. Within the first second nobody knows the rate. */
function progressText({ name, started, first, done }: ProgressStep, total: number, time: number): string {
  const seconds = (time - started) / 1000;
  const rate = (done - first) / seconds;
  const text = `${name}: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
  if (seconds < 1 || rate <= 0) return text;
  const end = done === total ? `in ${duration(seconds)}` : `${duration((total - done) / rate)} left`;
  return `${text}, ${rate.toLocaleString('en-GB', { maximumSignificantDigits: 2 })} a second, ${end}`;
}

/** '22 s', '4 min', '1 h 20 min'. */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 'pupil' with 1, 'pupils' with any other number: '3 pupils'. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
