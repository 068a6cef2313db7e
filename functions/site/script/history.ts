/**
 * The browser's own Back does what the page's does. A step is the answer to a post and is not stored, so the browser
 * would have nothing to show. A place in the history is made when the page is first used: browsers pass over what was
 * made before that.
 */
export function goBackByHistory(form: HTMLFormElement): void {
  const back = form.querySelector<HTMLElement>('button[value=back]') ?? lastEdit(form);
  if (back === null) return;
  const keepPlace = () => {
    removeEventListener('pointerdown', keepPlace);
    removeEventListener('keydown', keepPlace);
    history.replaceState('before', '');
    history.pushState('here', '');
  };
  addEventListener('pointerdown', keepPlace);
  addEventListener('keydown', keepPlace);
  // A link to a question on the page is a step in the history too, and is none back.
  addEventListener('popstate', ({ state }) => {
    if (state === 'before') back.click();
  });
}

/** On the page to look answers through, back is to the last step. */
function lastEdit(form: HTMLFormElement): HTMLElement | null {
  return [...form.querySelectorAll<HTMLElement>('button[value^="edit:"]')].at(-1) ?? null;
}
