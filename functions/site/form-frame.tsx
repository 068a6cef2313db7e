import { formAssets } from 'form-assets';
import type { ComponentChildren } from 'preact';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import type { Response } from '../lambda/http.ts';
import { formId, href, page } from './layout.tsx';

/** The submission a page is about: its id is made with the first page and carried to the last. */
export interface Sending {
  readonly form: PublishedForm;
  readonly id: string;
  /** Whether its pages ask many submissions as a list. */
  readonly isList?: boolean;
  /** The submission that it corrects, if it does. */
  readonly supersedes?: string | undefined;
  readonly lang: Lang;
}

interface FramedPage {
  readonly title: string;
  /** What the other language's button asks for, so that the same page comes back. */
  readonly otherStep: string;
  readonly children: ComponentChildren;
}

/** A page of a form, with what the form's pages load besides what all pages do. */
export function framedPage(status: number, { form, isList, lang }: Sending, props: FramedPage): Response {
  const ofForm = formAssets[form.id]?.[form.version];
  const assets = isList ? ofForm?.list : ofForm;
  return page(status, {
    lang,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', `/f/${form.id}`),
    style: assets?.style,
    script: assets?.script[lang],
    ...props,
  });
}

/** The form on it, which carries the submission's id and version on. */
export function FormElement({
  sending,
  at,
  children,
}: {
  readonly sending: Sending;
  /** The step that the page asks; none where it asks nothing. */
  readonly at?: number;
  readonly children: ComponentChildren;
}) {
  const { form, id, supersedes, lang } = sending;
  return (
    <form id={formId} method="post" action={href(lang, `/f/${form.id}`)} accept-charset="utf-8" novalidate>
      <input type="hidden" name={own.id} value={id} />
      <input type="hidden" name={own.version} value={String(form.version)} />
      {supersedes !== undefined && <input type="hidden" name={own.supersedes} value={supersedes} />}
      {at !== undefined && <input type="hidden" name={own.at} value={String(at)} />}
      {children}
    </form>
  );
}
