import type { Lang, Words } from '../../forms/grammar/words.ts';

const title = { sv: 'Europeiska unionens flagga', en: 'The flag of the European Union' };

/**
 * The emblem of the Union with the funding statement, which every page of a project with EU money shows
 * (Regulation (EU) 2021/1060, articles 47 and 50 and annex IX: twelve stars on a circle a third of the
 * height in radius, each star in a circle of an eighteenth; Reflex Blue and Yellow).
 */
export function Emblem({ lang, statement }: { readonly lang: Lang; readonly statement: Words }) {
  return (
    <p class="emblem">
      <svg role="img" aria-label={title[lang]} viewBox="0 0 54 36" width="72" height="48">
        <rect width="54" height="36" fill="#003399" />
        <g fill="#ffcc00">
          <polygon id="page-star" points={star(27, 6)} />
          {Array.from({ length: 11 }, (_, index) => (
            <use
              href="#page-star"
              x={(12 * Math.sin(hour(index + 1))).toFixed(2)}
              y={(12 - 12 * Math.cos(hour(index + 1))).toFixed(2)}
            />
          ))}
        </g>
      </svg>
      <span>{statement[lang]}</span>
    </p>
  );
}

/** Stars stand as the hours on a clock. */
function hour(index: number): number {
  return (index * Math.PI) / 6;
}

/** A five-pointed star, one point up, in a circle of radius 2; its inner corners lie at the golden ratio. */
function star(x: number, y: number): string {
  const inner = 2 * 0.381966;
  return Array.from({ length: 10 }, (_, corner) => {
    const radius = corner % 2 === 0 ? 2 : inner;
    const angle = (corner * Math.PI) / 5;
    return `${(x + radius * Math.sin(angle)).toFixed(2)},${(y - radius * Math.cos(angle)).toFixed(2)}`;
  }).join(' ');
}
