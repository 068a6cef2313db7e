/**
 * Luhn's mod-10 check over digits, weights 2,1,2,1… from the left for the ten digits of an
 * organisationsnummer or personnummer (Skatteverket SKV 709, SKV 704).
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

/** Whether ten digits begin with a month and a day, as a personnummer or samordningsnummer (day + 60) does. */
export function beginsWithBirthday(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}

// More digits on either side would make it part of something longer, such as an account number. Between the
// birthday and the rest stands nothing, a dash, or anything else that is no letter or digit.
const numberLike = /(?<!\d)(?:18|19|20)?\d{6}[^\p{L}\p{N}]{0,6}\d{4}(?!\d)/gu;
// With the date in parts. Another dash and digit make it two dates, `2026-09-10 – 2026-09-12`, or two times.
const withDashedDate =
  /(?<!\d)(?:18|19|20)?\d\d([\p{Pd}./\s])\d\d\1\d\d[\s\p{Pd}+−./_:]{0,3}\d{4}(?!\p{Pd}?\d)/gu;
// All in pairs, with whatever people put between them.
const inPairs = /(?<!\d)(?:(?:18|19|20)[\s.,\p{Pd}]?)?\d\d(?:[\s.,\p{Pd}]\d\d){4}(?!\d)/gu;
// Digits in other groups, as a telephone number too is written: only good for a suspicion.
const inGroups = /(?<!\d\p{Pd}?)(?:\d[\s\p{Pd}+−.]{0,2}){9,11}\d(?!\p{Pd}?\d)/gu;
// A sole trader's VAT number is SE, the owner's personnummer and 01.
const vatNumber = /SE\s?(\d{6}\s?\p{Pd}?\s?\d{4})\s?01(?!\d)/giu;

/** Whether the text holds something that reads as a personnummer: it must never be kept or logged. */
export function containsPersonnummer(text: string): boolean {
  return tenDigits(text).some((digits) => beginsWithBirthday(digits) && passesLuhn(digits));
}

/** As `containsPersonnummer`, mistyped or in groups of digits too: what may not be shown again or logged. */
export function resemblesPersonnummer(text: string): boolean {
  if (tenDigits(text).some(beginsWithBirthday)) return true;
  return matches(seen(text), inGroups)
    .flatMap((digits) => [digits.slice(0, 10), digits.slice(-10)])
    .some((digits) => beginsWithBirthday(digits) && passesLuhn(digits));
}

/** Everything that is written as such a number, without its century. */
function tenDigits(text: string): string[] {
  const withoutVat = seen(text).replace(vatNumber, '$1');
  return [numberLike, withDashedDate, inPairs].flatMap((each) =>
    matches(withoutVat, each).map((digits) => digits.slice(-10)),
  );
}

/**
 * What may not go on to another page, or back to its own, when it was not read as a right answer. In a longer text,
 * which something else may be wrong with, a resemblance alone is no reason to lose it.
 */
export function mayBePersonnummer(text: string): boolean {
  return containsPersonnummer(text) || (text.length <= 20 && resemblesPersonnummer(text));
}

/**
 * Characters that nobody sees (a soft hyphen, a zero-width blank, a filler) and digits of another width or script
 * hide nothing. Marks go first: to normalize a run of them takes time by the square of its length.
 */
function seen(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\u3164\u115f\u1160]/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit);
}

/** Every script's ten digits follow each other, from zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 60 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

function matches(text: string, expression: RegExp): string[] {
  return Array.from(text.matchAll(expression), ([found]) => found.replace(/\D/g, ''));
}
