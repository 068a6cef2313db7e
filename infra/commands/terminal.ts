/** Prints a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line that is not the command's result. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a command: what it throws becomes one sentence and exit code 1, never a stack trace. */
export async function run(command: () => unknown): Promise<void> {
  try {
    await command();
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
