/**
 * Which version of its question set a form asks, as declared: `pmm30-1.0`. Results are compared within the same number
 * before the point only.
 */
export function instrumentVersion(version: string) {
  return { compute: 'instrument-version@1', of: [], instrument: version, output: 'string' } as const;
}

export function v1(_: unknown, { instrument }: Readonly<Record<string, unknown>>) {
  return instrument;
}
