import { readFileSync, writeSync } from 'node:fs';

// A Lambda's cold start: the process until here is node's own boot, then come the import of the bundle and
// the first call. It is compiled before it is run, so that reading TypeScript is no part of what it costs.
const [, , module = '', eventFile = ''] = process.argv;
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'));
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const boot = cpuMs();
const { handler }: { readonly handler: (event: unknown, context: object) => Promise<unknown> } = await import(
  module
);
const init = cpuMs() - boot;
const answer = await handler(event, {});
const first = cpuMs() - boot - init;
writeSync(2, JSON.stringify({ boot, init, first, answer }));
process.exit(0);
