import { say } from '../terminal.ts';

/** Tells how far something has come: in one line at a terminal, in a line now and then elsewhere. */
export interface Progress {
  at(done: number, text: string): void;
}

const lines = 5;

export function progressOf(total: number): Progress {
  const { stdout } = process;
  let told = 0;
  return {
    at(done, text) {
      const line = `sending ${Math.floor((100 * done) / total)} %: ${text}`;
      if (stdout.isTTY) {
        stdout.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
        return;
      }
      if (done - told < total / lines && done < total) return;
      told = done;
      say(line);
    },
  };
}
