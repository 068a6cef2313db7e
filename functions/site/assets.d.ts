/** A file that the bundler hashes and serves from the edge: its address. */
declare module '*.css' {
  const address: string;
  export default address;
}

declare module '*.svg' {
  const address: string;
  export default address;
}

/** What `infra/bundles.ts` makes of the published forms: addresses, by form and version; scripts have a language. */
declare module 'form-assets' {
  interface Assets {
    readonly style: string | undefined;
    readonly script: { readonly sv: string; readonly en: string };
  }
  export const formAssets: Readonly<
    Record<string, Readonly<Record<number, Assets & { readonly list?: Assets }>> | undefined>
  >;
}
