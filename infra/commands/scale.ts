import { scaleTables } from './scale/tables.ts';
import { run, say } from './terminal.ts';

// `npm run scale`: what the design costs and takes as submissions grow, from named numbers; docs/scale.md shows it.
await run(() => say(scaleTables()));
