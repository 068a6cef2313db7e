import { costLines } from './cost-lines.ts';

/** The cost lines of a budget, and the sum of them as the decision prints it. */
export const budgetLines = {
  id: 'budget_lines',
  options: [...costLines.options, { code: 'total', sv: 'Summa bokförda kostnader', en: 'All booked costs' }],
} as const;
