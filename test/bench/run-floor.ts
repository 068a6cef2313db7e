import { createServer } from 'node:http';
import { bareStore, readBare } from './floor.ts';
import { listen } from './listening.ts';
import { offer } from './operations.ts';

// A bare server of node:http that receives submissions: with SUBMISSIONS_TABLE it stores them, without it
// only reads them.
const { SUBMISSIONS_TABLE: tableName } = process.env;
const store = tableName === undefined ? undefined : bareStore(tableName);

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    receive(request.url ?? '', body).then(
      (answer) => response.writeHead(201, headersOf(answer)).end(answer),
      () => response.writeHead(400, { 'content-length': 0 }).end(),
    );
  });
});

async function receive(path: string, body: string): Promise<string> {
  const id = path.slice(path.lastIndexOf('/') + 1);
  await store?.(id, readBare(body));
  if (store === undefined) readBare(body);
  return JSON.stringify({ id });
}

function headersOf(body: string) {
  return { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
}

const port = await listen(server);
offer({ where: () => ({ url: `http://127.0.0.1:${port}` }) });
