import type { Bar, Chart, Steps } from '../../forms/derived/company-report/model.ts';

/** The width of a chart; its text is 11 to 15 of these high, and it is drawn about this wide in pixels. */
const width = 320;

/** A chart as a picture: its values stand in a table beside it, so it says only what it shows. */
export function ReportChart({ chart }: { readonly chart: Chart }) {
  return chart.kind === 'radar' ? <Radar {...chart} /> : <Cascade {...chart} />;
}

const centre = width / 2;
const radius = 122;
const numberRadius = 142;

/** A point on an axis; the first axis points up, and the others follow as on a clock. */
function pointAt(axis: number, axes: number, distance: number): string {
  const angle = (axis * 2 * Math.PI) / axes;
  return `${(centre + distance * Math.sin(angle)).toFixed(1)},${(centre - distance * Math.cos(angle)).toFixed(1)}`;
}

/** Between axes of which one has no value nothing is drawn: its place is open, and it is dashed. */
function Radar({ title, highest, values }: Extract<Chart, { kind: 'radar' }>) {
  const axes = values.length;
  const at = (axis: number, value: number) => pointAt(axis, axes, (radius * value) / highest);
  const sides = values.flatMap((value, axis) => {
    const next = (axis + 1) % axes;
    const other = values[next];
    return value === undefined || other === undefined ? [] : [[at(axis, value), at(next, other)] as const];
  });
  const rings = Array.from({ length: highest }, (_, step) => step + 1);
  const all = values.map((value, axis) => ({ value, axis }));
  return (
    <svg class="chart radar" role="img" aria-label={title} viewBox={`0 0 ${width} ${width}`}>
      {rings.map((step) => (
        <polygon
          class="ring"
          fill="none"
          stroke="currentColor"
          points={all.map(({ axis }) => at(axis, step)).join(' ')}
        />
      ))}
      {all.map(({ value, axis }) => (
        <polyline
          class={value === undefined ? 'axis missing' : 'axis'}
          stroke="currentColor"
          points={`${centre},${centre} ${at(axis, highest)}`}
        />
      ))}
      {sides.map(([from, to]) => (
        <polygon class="area" fill="currentColor" points={`${centre},${centre} ${from} ${to}`} />
      ))}
      {sides.map(([from, to]) => (
        <polyline class="side" fill="none" stroke="currentColor" points={`${from} ${to}`} />
      ))}
      {rings.map((step) => (
        <text class="step" x={centre + 4} y={centre - (radius * step) / highest + 11}>
          {step}
        </text>
      ))}
      {all.map(({ value, axis }) => value !== undefined && <Dot at={at(axis, value)} />)}
      {all.map(({ axis }) => (
        <AxisNumber at={pointAt(axis, axes, numberRadius)} number={axis + 1} />
      ))}
    </svg>
  );
}

function Dot({ at }: { readonly at: string }) {
  const [x, y] = at.split(',');
  return <circle class="dot" fill="currentColor" cx={x} cy={y} r="4" />;
}

function AxisNumber({ at, number }: { readonly at: string; readonly number: number }) {
  const [x, y = '0'] = at.split(',');
  return (
    <text class="number" text-anchor="middle" x={x} y={(Number(y) + 5).toFixed(1)}>
      {number}
    </text>
  );
}

const barHeight = 31;

/** Each bar has its name and value above it. */
function Cascade({ title, bars }: Extract<Chart, { kind: 'cascade' }>) {
  return (
    <svg
      class="chart cascade"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${width} ${bars.length * barHeight}`}
    >
      {bars.map((bar, index) => (
        <CascadeBar bar={bar} top={index * barHeight} />
      ))}
    </svg>
  );
}

/** As wide as a time that is not nothing is seen. */
const narrowest = 1.5;

function CascadeBar({ bar: { sort, name, value, at }, top }: { readonly bar: Bar; readonly top: number }) {
  const length = at === undefined ? 0 : (at.to - at.from) * width;
  return (
    <g class={sort}>
      <text x="0" y={top + 12}>
        {name}
      </text>
      <text x={width} y={top + 12} text-anchor="end">
        {value}
      </text>
      <rect
        class="track"
        fill="none"
        stroke="currentColor"
        x="0.5"
        y={top + 17.5}
        width={width - 1}
        height="9"
      />
      {at !== undefined && length > 0 && (
        <rect
          class="bar"
          fill="currentColor"
          x={Math.min(at.from * width, width - narrowest).toFixed(1)}
          y={top + 17}
          width={Math.max(length, narrowest).toFixed(1)}
          height="10"
        />
      )}
    </g>
  );
}

/** So many filled squares of all; the step stands beside it. */
export function StepsBar({ step, highest }: Steps) {
  const squares = Array.from({ length: highest }, (_, index) => index);
  return (
    <svg class="steps" aria-hidden="true" viewBox={`0 0 ${highest * 12} 10`} width={highest * 12} height="10">
      {squares.map((index) => (
        <rect
          class={index < step ? 'bar' : 'track'}
          fill={index < step ? 'currentColor' : 'none'}
          stroke="currentColor"
          x={index * 12 + 0.5}
          y="0.5"
          width="9"
          height="9"
        />
      ))}
    </svg>
  );
}
