import type { Reader } from '../../../forms/derived/answers.ts';
import type { NamedFields } from '../../../forms/grammar/reading.ts';
import type { TypedFields } from '../../../forms/grammar/typed.ts';
import type { Lang } from '../../../forms/grammar/words.ts';
import { show } from '../../../forms/kinds/computed.ts';

interface Computing {
  /** The fields of the page. */
  readonly fields: NamedFields;
  readonly reader: Reader;
  readonly lang: Lang;
  /** What stands in the form now. */
  readonly typed: () => TypedFields;
}

/** Computed values follow what is typed. */
export function showComputed(form: HTMLFormElement, { fields, reader, lang, typed }: Computing): void {
  const outputs = fields.filter(([, { kind }]) => kind === 'computed');
  function compute(): void {
    const answers = reader.soFar(typed());
    for (const [name, field] of outputs) {
      const output = document.getElementById(name);
      const value = answers[name];
      if (output !== null) output.textContent = value === undefined ? '–' : show(field, value, lang);
    }
  }
  form.addEventListener('input', compute);
  compute();
}
