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

// More digits on either side would make it part of something longer, such as an account number. Blanks and
// dashes are optional because people write the number in every way.
const numberLike = /(?<!\d)(?:18|19|20)?(\d{6})\s?[-+–]?\s?(\d{4})(?!\d)/gu;

/** Whether the text holds something that reads as a personnummer: it must never be kept or logged. */
export function containsPersonnummer(text: string): boolean {
  return tenDigits(text).some((digits) => beginsWithBirthday(digits) && passesLuhn(digits));
}

/** As `containsPersonnummer`, with mistyped check digits too: what may not be shown again or logged. */
export function resemblesPersonnummer(text: string): boolean {
  return tenDigits(text).some(beginsWithBirthday);
}

function tenDigits(text: string): string[] {
  return Array.from(text.matchAll(numberLike), ([, birthday, serial]) => `${birthday}${serial}`);
}
