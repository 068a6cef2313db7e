import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { own } from '../../forms/grammar/question.ts';
import type { Lang, Words } from '../../forms/grammar/words.ts';
import { starkareIndustriWords } from '../../forms/projects/starkare-industri-words.ts';
import type { Response } from '../lambda/http.ts';
import { Emblem } from './emblem.tsx';
import icon from './icon.svg';
import style from './style.css';

const words = {
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to content' },
  otherLanguage: { sv: 'In English', en: 'På svenska' },
};

const { name_sv, name_en, emblem_sv, emblem_en } = starkareIndustriWords;
/** The project that the pages are of, as it is declared: a page reads no table. */
const project: Words = { sv: name_sv, en: name_en };
const emblem: Words = { sv: emblem_sv, en: emblem_en };

export const formId = 'page-form';

/** The bundler gives a file's place beside the bundle; it is served from here. */
const served = (file: string) => file.replace(/^.*\//, '/assets/');

/**
 * Pages load style and script of ours and nothing else; they send forms only to us and are framed by nobody.
 * No script can make markup or script of text.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

interface LayoutProps {
  readonly lang: Lang;
  readonly title: string;
  /** The same page in the other language. */
  readonly otherHref: string;
  /** Where the page has a form: the step at which what is typed goes on in the other language. */
  readonly otherStep?: string;
  /** A style sheet beside the one of all pages. */
  readonly style?: string | undefined;
  readonly script?: string | undefined;
  readonly children: ComponentChildren;
}

function Layout({ lang, title, children, style: formStyle, script, ...props }: LayoutProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${project[lang]}`}</title>
        <link rel="stylesheet" href={served(style)} />
        {formStyle !== undefined && <link rel="stylesheet" href={served(formStyle)} />}
        {script !== undefined && <script type="module" src={served(script)} />}
        <link rel="icon" href={served(icon)} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#page-main">
          {words.skip[lang]}
        </a>
        <header>
          <a href={lang === 'sv' ? '/' : '/en'}>{project[lang]}</a>
          <OtherLanguage lang={lang} {...props} />
        </header>
        <main id="page-main">{children}</main>
        <footer>
          <Emblem lang={lang} statement={emblem} />
        </footer>
      </body>
    </html>
  );
}

/**
 * A link, or where there is a form a button that looks like one and sends the form along, so that nothing
 * typed is lost. Enter in a field presses a form's first button: that one is unseen and says no step.
 */
function OtherLanguage({
  lang,
  otherHref,
  otherStep,
}: Pick<LayoutProps, 'lang' | 'otherHref' | 'otherStep'>) {
  const other = lang === 'sv' ? 'en' : 'sv';
  if (otherStep === undefined) {
    return (
      <a href={otherHref} lang={other} hreflang={other}>
        {words.otherLanguage[lang]}
      </a>
    );
  }
  return (
    <>
      <button type="submit" class="unseen" form={formId} tabIndex={-1} aria-hidden="true" />
      <button
        type="submit"
        class="link"
        form={formId}
        formAction={otherHref}
        name={own.step}
        value={otherStep}
        lang={other}
      >
        {words.otherLanguage[lang]}
      </button>
    </>
  );
}

/** A whole page as a response. */
export function page(status: number, props: LayoutProps): Response {
  const html = renderToString(<Layout {...props} />);
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': props.lang,
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    },
    body: `<!doctype html>${html}`,
  };
}

/** The address of a page in a language: Swedish at the root, English under `/en`. */
export function href(lang: Lang, path: string): string {
  return lang === 'sv' ? path : `/en${path === '/' ? '' : path}`;
}

/** A page that says one thing. */
export function messagePage(
  status: number,
  lang: Lang,
  title: string,
  children: ComponentChildren | JSX.Element,
): Response {
  return page(status, {
    lang,
    title,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', '/'),
    children: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  });
}
