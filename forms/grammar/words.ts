/** Everything a person reads exists in both languages; a missing translation does not compile. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

export type Lang = keyof Words;
