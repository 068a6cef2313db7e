import { httpHandler, json } from './lambda/http.ts';
import { currentRun } from './submissions/lake-items.ts';

/** `GET /healthz`: the store answers, and how fresh the lake is. */
export const handler = httpHandler(async () => {
  const current = await currentRun('somebody waiting');
  return json(200, {
    status: 'ok',
    lake: current && { run: current.run, as_of: new Date(current.asOf).toISOString() },
  });
});
