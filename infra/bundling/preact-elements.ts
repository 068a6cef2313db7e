/**
 * What the page's script needs of preact: descriptions of elements, in preact's own shape. The kinds' files have
 * their inputs beside their checks, and preact's renderer would come along.
 */
export function h(type: unknown, props: object | null, ...children: unknown[]) {
  return { type, props: { ...props, children } };
}

export function Fragment({ children }: { readonly children: unknown }) {
  return children;
}
