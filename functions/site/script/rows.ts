import { forgetProblems } from './problems.ts';

/** Rows are added and removed at once, by the buttons that without a script send the page for it. */
export function handleRows(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const table = button?.closest<HTMLElement>('[data-rows]');
    if (!button || !table) return;
    if (button.value.startsWith('add:')) addRow(table);
    else if (button.value.startsWith('remove:')) removeRow(button);
    else return;
    event.preventDefault();
    numberRows(table);
    button.form?.dispatchEvent(new Event('input'));
  });
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>(':scope > .row')];
}

/** A copy of the last row with nothing in it, under the next number. */
function addRow(table: HTMLElement): void {
  const last = rowsOf(table).at(-1);
  const copy = last?.cloneNode(true);
  if (last === undefined || !(copy instanceof HTMLElement)) return;
  const [before, number] = [last.id, Number(last.id.split('.').at(-1))];
  const name = `${table.dataset.rows}.${number + 1}`;
  for (const element of [copy, ...copy.querySelectorAll('*')]) rename(element, before, name);
  forgetProblems(copy);
  for (const element of copy.querySelectorAll<HTMLElement>('input, select, textarea')) empty(element);
  last.after(copy);
  copy.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

const naming = ['id', 'name', 'for', 'value', 'aria-describedby'];

function rename(element: Element, before: string, name: string): void {
  for (const attribute of naming) {
    const value = element.getAttribute(attribute);
    const isText = attribute === 'value' && !(element instanceof HTMLButtonElement);
    if (value !== null && !isText) element.setAttribute(attribute, value.replaceAll(before, name));
  }
}

function empty(control: HTMLElement): void {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
    control.checked = false;
  else if (control instanceof HTMLSelectElement) control.selectedIndex = 0;
  else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = '';
}

function removeRow(button: HTMLElement): void {
  const row = button.closest('.row');
  const beside = row?.previousElementSibling ?? row?.nextElementSibling;
  row?.remove();
  if (beside instanceof HTMLElement) beside.focus();
}

/** The last row stays; more than the field takes cannot be added. */
function numberRows(table: HTMLElement): void {
  const rows = rowsOf(table);
  for (const [index, row] of rows.entries()) {
    for (const place of row.querySelectorAll('.row-number')) place.textContent = String(index + 1);
    const remove = row.querySelector<HTMLElement>(':scope > button');
    if (remove !== null) remove.hidden = rows.length === 1;
  }
  const add = table.querySelector<HTMLElement>(':scope > button');
  if (add !== null) add.hidden = rows.length >= Number(table.dataset.max);
}
