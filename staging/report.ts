/** Where a command tells what it does. Lines are for people; never a name, an e-mail address or a mark. */
export interface Report {
  line(text: string): void;
  /** How far a stage is: one line that moves on a terminal, else one line at the end of the stage. */
  progress(stage: string, done: number, total: number): void;
}

/** Writes to a terminal or a log. */
export function streamReport(stream: NodeJS.WriteStream): Report {
  let moving = false;
  const endMoving = () => {
    if (moving) stream.write('\n');
    moving = false;
  };
  return {
    line: text => {
      endMoving();
      stream.write(`${text}\n`);
    },
    progress: (stage, done, total) => {
      const text = `${stage}: ${done} of ${total}`;
      if (!stream.isTTY) {
        if (done === total) stream.write(`${text}\n`);
        return;
      }
      stream.write(`\r\u001b[2K${text}`);
      moving = true;
      if (done === total) endMoving();
    },
  };
}

/** 'pupil' with 1, 'pupils' with any other number: '3 pupils'. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
