/** A time by the clock on a Swedish wall, written in one way only, so that times can be compared and counted with. */
export const clockTime = {
  pattern: '([01][0-9]|2[0-3]):[0-5][0-9]',
  format: {
    sv: 'Skriv klockslaget med två siffror före och två efter kolon, till exempel 09:00.',
    en: 'Enter the time with two digits before and two after the colon, for example 09:00.',
  },
} as const;
