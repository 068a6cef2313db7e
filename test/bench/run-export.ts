import diagnostics from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { Socket } from 'node:net';
import * as z from 'zod/mini';
import { handler as plan } from '../../functions/plan-export.ts';
import { handler as publish } from '../../functions/publish-export.ts';
import { handler as reconcile } from '../../functions/reconcile-export.ts';
import { handler as renderBatch } from '../../functions/render-partitions.ts';
import { handler as replay } from '../../functions/replay-erasures.ts';
import { cpuMsSince, offer } from './operations.ts';

// Whole exports, step by step as the state machine takes them, in one process: what they cost can be counted here
// and nowhere else. Requests and bytes are counted where every client of the SDK sends them.
const asking = z.object({ full: z.boolean() });
const sockets = new Set<Socket>();
const requests = { store: 0, lake: 0 };

diagnostics.subscribe('net.client.socket', (message) => {
  const { socket } = z.object({ socket: z.instanceof(Socket) }).parse(message);
  sockets.add(socket);
});
diagnostics.subscribe('http.client.request.start', (message) => {
  const { request } = z.object({ request: z.instanceof(ClientRequest) }).parse(message);
  requests[request.hasHeader('x-amz-target') ? 'store' : 'lake'] += 1;
});

function bytesSoFar(): number {
  return [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);
}

async function whole(input: unknown) {
  const { full } = asking.parse(input);
  const execution = crypto.randomUUID();
  const before = { ...requests, bytes: bytesSoFar() };
  const cpu = process.cpuUsage();
  await replay();
  const { work, run, batches } = await plan({ execution, input: { full } });
  for (const batch of batches) await renderBatch({ work, batch });
  const { forms, objectsWritten } = await publish(await reconcile({ work, run, batches }));
  return {
    cpuMs: cpuMsSince(cpu),
    storeRequests: requests.store - before.store,
    lakeRequests: requests.lake - before.lake,
    bytes: bytesSoFar() - before.bytes,
    rows: forms.participants?.current ?? 0,
    objectsWritten,
  };
}

offer({ whole });
