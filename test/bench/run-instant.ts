import { readFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { listen } from './listening.ts';
import { offer } from './operations.ts';

// A store that says yes at once and keeps nothing: what is left is the caller's own cost. It speaks HTTPS
// when it is given a certificate.
const { BENCH_CERTIFICATE: certificate, BENCH_KEY: key } = process.env;

const answer: RequestListener = (request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': 2 }).end('{}');
  });
};
const server =
  certificate === undefined || key === undefined
    ? createPlain(answer)
    : createSecure({ cert: readFileSync(certificate), key: readFileSync(key) }, answer);
// Later than any pause between two samples: a closed connection would be opened again at the caller's cost.
server.keepAliveTimeout = 60_000;

const port = await listen(server);
const scheme = certificate === undefined ? 'http' : 'https';
offer({ where: () => ({ url: `${scheme}://localhost:${port}` }) });
