import type { ComponentChildren, VNode } from 'preact';

/** Elements of what a page is made of, so that script and server write the same markup. No text becomes markup. */
export function elementsOf(node: ComponentChildren): Node[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (isElement(node)) return [elementOf(node)];
  return typeof node === 'string' || typeof node === 'number' ? [document.createTextNode(String(node))] : [];
}

function elementOf({ type, props }: VNode<Props>): HTMLElement {
  const element = document.createElement(String(type));
  const { children, ...attributes } = props;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string' || typeof value === 'number')
      element.setAttribute(name, String(value));
  }
  element.append(...elementsOf(children));
  return element;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

function isElement(node: ComponentChildren): node is VNode<Props> {
  return typeof node === 'object' && node !== null && 'type' in node && 'props' in node;
}
