/** Prints a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line that is not the command's result. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a command: what it throws becomes one sentence and exit code 1, never a stack trace. Whoever reads may stop early
 * (`| head`): then the command comes to its end all the same, and what it still says is lost.
 */
export async function run(command: () => unknown): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessNobodyReads);
  try {
    await command();
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
