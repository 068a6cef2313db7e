import { settings } from '../../functions/lambda/settings.ts';
import { serve } from './serving.ts';
import { run, say } from './terminal.ts';

// `npm start`: the whole product on this machine, until it is told to stop.
await run(async () => {
  const { url } = await serve({ dataDir: settings.DATA_DIR(), port: settings.PORT(), tell: say });
  say(`\nStarkare industri: ${url}`);
  say(
    'For development and demonstration: it listens on 127.0.0.1 only, without sign-in. Stop it with Ctrl+C.',
  );
});
