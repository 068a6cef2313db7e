/** How much a company needs to develop in an area. */
export const needPriorities = {
  id: 'need_priorities',
  options: [
    { code: '0', sv: 'Inget behov', en: 'No need' },
    { code: '1', sv: 'Litet behov', en: 'Small need' },
    { code: '2', sv: 'Stort behov', en: 'Large need' },
    { code: '3', sv: 'Akut eller högst prioriterat', en: 'Urgent or top priority' },
  ],
} as const;
