/**
 * A text of at most `max` characters, on one line: a longer one is cut after a word, or in the middle of one that is
 * longer than the half of it, and ends in three dots.
 */
export function shortened(text: string, max: number): string {
  const characters = Array.from(text.trim().replace(/\s+/g, ' '));
  if (characters.length <= max) return characters.join('');
  const cut = characters.slice(0, max - 1);
  const end = cut.lastIndexOf(' ');
  const kept = end < max / 2 ? cut : cut.slice(0, end);
  return `${kept.join('').replace(/[\s,.;:–-]+$/, '')}…`;
}
