import { createRequire } from 'node:module';

// Stands in for `node:http` in bundles. Importing the ES module facade of node:http runs getters that load
// undici, 40–55 ms of CPU at every cold start; requiring it costs 5.
const http: typeof import('node:http') = createRequire(import.meta.url)('node:http');

export const { Agent, request, STATUS_CODES, IncomingMessage } = http;
// biome-ignore lint/style/noDefaultExport: the module it stands in for has one
export default http;
