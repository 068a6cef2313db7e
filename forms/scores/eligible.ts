type Answers = Readonly<Record<string, unknown>>;

/** Fields that tell what a company is: the SNI divisions (or codes) it has, main and secondary, and the rest. */
interface CompanyFields<F extends string> {
  readonly sni: readonly F[];
  readonly municipality: F;
  readonly category: F;
  readonly override: F;
}
/** Who the project is for: two-digit SNI divisions, and municipalities by SCB's codes. */
interface TargetGroup {
  readonly divisions: readonly string[];
  readonly municipalities: readonly string[];
}

/**
 * Whether a company is in the target group, as declared: one of its SNI codes, main or secondary, is in the divisions,
 * its workplace is in the municipalities, and it is not the project's own staff; or somebody has decided so
 * (`override`). SNI is compared by two digits only, which SNI 2007 and SNI 2025 have in common.
 */
export function eligible<const F extends string>(
  { sni, municipality, category, override }: CompanyFields<F>,
  { divisions, municipalities }: TargetGroup,
) {
  return {
    compute: 'eligible@1',
    of: [municipality, category, override, ...sni],
    divisions,
    municipalities,
    output: 'boolean',
  } as const;
}

/** Nothing where what is not answered could decide it. A category need not be answered: most organisations have none. */
export function v1(answers: Answers, { of, divisions, municipalities }: Answers): boolean | undefined {
  const [municipality, category, override, ...sni] = Array.isArray(of)
    ? of.map((name) => answers[String(name)])
    : [];
  if (override === true) return true;
  if (category === 'project_staff') return false;
  const known = sni.filter((code) => code !== undefined);
  const isInDivisions = known.some((code) => isAmong(String(code).slice(0, 2), divisions));
  const isInMunicipalities = isAmong(municipality, municipalities);
  if (known.length > 0 && !isInDivisions) return false;
  if (municipality !== undefined && !isInMunicipalities) return false;
  return known.length === 0 || municipality === undefined ? undefined : true;
}

function isAmong(code: unknown, codes: unknown): boolean {
  return Array.isArray(codes) && codes.includes(code);
}
