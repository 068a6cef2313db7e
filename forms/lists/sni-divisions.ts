/**
 * The divisions of SNI sections B (extraction, 05–09) and C (manufacturing, 10–33), which the project is for. They
 * are the same in SNI 2007 and SNI 2025 (NACE Rev. 2 and 2.1), so a division needs no version.
 */
export const sniDivisions = {
  id: 'sni_divisions',
  options: [
    { code: '05', sv: '05 Kolutvinning', en: '05 Mining of coal and lignite' },
    {
      code: '06',
      sv: '06 Utvinning av råpetroleum och naturgas',
      en: '06 Extraction of crude petroleum and natural gas',
    },
    { code: '07', sv: '07 Utvinning av metallmalmer', en: '07 Mining of metal ores' },
    { code: '08', sv: '08 Annan utvinning av mineral', en: '08 Other mining and quarrying' },
    { code: '09', sv: '09 Service till utvinning', en: '09 Mining support services' },
    { code: '10', sv: '10 Livsmedel', en: '10 Food products' },
    { code: '11', sv: '11 Drycker', en: '11 Beverages' },
    { code: '12', sv: '12 Tobaksvaror', en: '12 Tobacco products' },
    { code: '13', sv: '13 Textilvaror', en: '13 Textiles' },
    { code: '14', sv: '14 Kläder', en: '14 Clothing' },
    { code: '15', sv: '15 Läder och skor', en: '15 Leather and footwear' },
    { code: '16', sv: '16 Trä och varor av trä', en: '16 Wood and wood products' },
    { code: '17', sv: '17 Papper och pappersvaror', en: '17 Paper and paper products' },
    { code: '18', sv: '18 Grafisk produktion', en: '18 Printing' },
    { code: '19', sv: '19 Stenkols- och petroleumprodukter', en: '19 Coke and refined petroleum products' },
    { code: '20', sv: '20 Kemikalier', en: '20 Chemicals' },
    { code: '21', sv: '21 Läkemedel', en: '21 Pharmaceuticals' },
    { code: '22', sv: '22 Gummi- och plastvaror', en: '22 Rubber and plastic products' },
    {
      code: '23',
      sv: '23 Glas, keramik, betong och andra mineraliska produkter',
      en: '23 Glass, ceramics, concrete and other mineral products',
    },
    { code: '24', sv: '24 Stål och metall', en: '24 Basic metals' },
    { code: '25', sv: '25 Metallvaror', en: '25 Fabricated metal products' },
    { code: '26', sv: '26 Datorer, elektronik och optik', en: '26 Computers, electronics and optics' },
    { code: '27', sv: '27 Elapparatur', en: '27 Electrical equipment' },
    { code: '28', sv: '28 Övriga maskiner', en: '28 Other machinery' },
    { code: '29', sv: '29 Motorfordon', en: '29 Motor vehicles' },
    { code: '30', sv: '30 Andra transportmedel', en: '30 Other transport equipment' },
    { code: '31', sv: '31 Möbler', en: '31 Furniture' },
    { code: '32', sv: '32 Annan tillverkning', en: '32 Other manufacturing' },
    {
      code: '33',
      sv: '33 Reparation och installation av maskiner',
      en: '33 Repair and installation of machinery',
    },
    {
      code: 'other',
      sv: 'Annan bransch än tillverkning och utvinning',
      en: 'Neither manufacturing nor extraction',
    },
  ],
} as const;
