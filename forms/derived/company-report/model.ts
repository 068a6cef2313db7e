/**
 * What the page for a company says, in one language: a chart with its table, what is good, what costs most, what to do,
 * and how it was computed. What was not answered is told as missing and is never a 0. Texts and lists are bounded: with
 * everything answered it still fits on one A4 page.
 */
export interface CompanyReport {
  readonly title: string;
  readonly company: string;
  /** When, of what and by whom. */
  readonly facts: readonly Named[];
  /** The figures that are looked at first. */
  readonly figures: readonly Named[];
  /** What to bear in mind before the figures are used. */
  readonly cautions: readonly string[];
  /** None where there is nothing to draw. */
  readonly chart: Chart | undefined;
  readonly table: Table;
  /** What else was measured. */
  readonly also: { readonly title: string; readonly list: readonly Named[] };
  readonly strengths: Points;
  /** The three largest gaps, losses or needs. */
  readonly gaps: Points;
  readonly recommendations: Points;
  readonly method: readonly string[];
}

export interface Named {
  readonly name: string;
  readonly value: string;
}

export type Chart = Radar | Cascade;

/** Values from 0 to `highest` on axes around a centre; an axis without a value is missing. Rows are its names. */
interface Radar {
  readonly kind: 'radar';
  readonly title: string;
  readonly highest: number;
  readonly values: readonly (number | undefined)[];
}

/**
 * Horizontal bars over each other, each from one place to another of the width, from 0 to 1. Where all parts are known,
 * each begins where the one before ends, and they are the whole together; else all begin at 0.
 */
interface Cascade {
  readonly kind: 'cascade';
  readonly title: string;
  readonly bars: readonly Bar[];
}

export interface Bar extends Named {
  readonly sort: 'whole' | 'part' | 'rest';
  /** Nothing where it is missing or cannot be drawn. */
  readonly at?: { readonly from: number; readonly to: number } | undefined;
}

export interface Table {
  readonly caption: string;
  /** The titles of the columns, that of the rows' names first. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What stands below it. */
  readonly notes: readonly string[];
}

export interface Row {
  /** Its number in the chart, or its rank. */
  readonly mark?: string | undefined;
  readonly name: string;
  readonly cells: readonly (string | Steps)[];
}

/** A step of a scale that begins at 0, drawn as so many of the highest. */
export interface Steps {
  readonly text: string;
  readonly step: number;
  readonly highest: number;
}

export interface Points {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly points: readonly Point[];
  /** What is said where there is none. */
  readonly none: string;
  /** That there are more than these. */
  readonly more?: string | undefined;
}

export interface Point {
  readonly title: string;
  readonly text?: string | undefined;
}
