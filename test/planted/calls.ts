/** What a test does before a call: nothing, something of its own first, or an error in the place of the call. */
export type BeforeCall = (call: Call) => void | Promise<void>;

export interface Call {
  /** From 1, since this was last listened for. */
  readonly number: number;
  /** The operation, as `PutItem` or `PutObject`. */
  readonly what: string;
}

/**
 * Lets a test come in before every call that this process makes to the stores; calls that it makes itself meanwhile are
 * not told of. Gives the function that sets what is done.
 */
export async function interceptCalls(): Promise<(before?: BeforeCall) => void> {
  const { store } = await import('../../functions/submissions/table.ts');
  const { s3 } = await import('../../functions/lambda/objects.ts');
  let before: BeforeCall | undefined;
  let count = 0;

  async function come(command: string): Promise<void> {
    const listening = before;
    if (listening === undefined) return;
    before = undefined;
    count += 1;
    await listening({ number: count, what: command.replace(/Command$/, '') });
    before ??= listening;
  }
  const clients = [store().client, store('somebody waiting').client];
  for (const { middlewareStack } of clients) {
    middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          await come(commandName);
          return next(args);
        },
      { step: 'initialize', name: 'interceptCalls' },
    );
  }
  s3.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        await come(commandName);
        return next(args);
      },
    { step: 'initialize', name: 'interceptCalls' },
  );
  return (listen) => {
    before = listen;
    count = 0;
  };
}
