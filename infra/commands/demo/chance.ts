/** Draws that look random and are the same every time: a stream of them follows from its name. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Whether something happens that does so in this share of all cases (0 to 1). */
  happens(share: number): boolean;
  pick<const T>(from: readonly T[]): T;
  /** One of these, each as often as its weight says. */
  weighted<const T>(from: readonly (readonly [choice: T, weight: number])[]): T;
  /** All of them in another order. */
  shuffled<T>(from: readonly T[]): T[];
}

/**
 * The draws of one thing in the demonstration. Each thing has a stream with its own name, so that what is added to
 * one changes nothing of the others, and a second start sends the same again.
 */
export function chanceOf(name: string): Chance {
  const next = sharesFrom(seedOf(name));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));

  function pick<const T>(from: readonly T[]): T {
    const [found] = from.slice(whole(0, from.length - 1));
    if (found === undefined) throw new Error(`expected something to pick from for ${name}, got nothing`);
    return found;
  }

  function weighted<const T>(from: readonly (readonly [T, number])[]): T {
    let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of from) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new Error(`expected weights above 0 for ${name}, got none`);
  }

  function shuffled<T>(from: readonly T[]): T[] {
    return from
      .map((each) => ({ each, place: next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ each }) => each);
  }

  return { whole, happens: (share) => next() < share, pick, weighted, shuffled };
}

/** FNV-1a: names that are nearly the same give seeds that are not. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(name)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: numbers from 0 to just under 1. */
function sharesFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
