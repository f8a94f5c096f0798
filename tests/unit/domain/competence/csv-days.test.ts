import { bothWays, type DayOrder, orderOfDays, orderTold, readDay } from '@shared/domain/competence/csv/days.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const dayOf = (text: string, order?: DayOrder): string => {
  const read = readDay(text, order);
  return 'day' in read ? read.day : read.code;
};

describe('a day in words or by its year', () => {
  it.each([
    ...['2026-04-03', '2026-4-3', '2026/04/03', '2026.04.03', '2026-04-03T00:00:00', '2026-04-03 00:00:00'],
    ...['3 April 2026', '3 april 2026', '03 Apr 2026', '3-Apr-2026', '3. April 2026', '3 April, 2026', '3April2026'],
    ...['Jumat, 3 April 2026', "Jum'at 3 April 2026", 'Jumat,  3 April 2026', 'Friday, April 3, 2026'],
    ...['April 3, 2026', 'Apr 3 2026', 'Apr-3-2026', '3rd April 2026', '2026 April 3', '2026-Apr-03', ' 3 April 2026 '],
    ...['3\u00a0April\u00a02026', '3 APRIL 2026', '3 Apr. 2026', '3/Apr/2026'],
    ...['Jum`at/ 3 April 2026', 'Jum, 3 Apr 2026', 'Fri Apr 03 2026', 'Jumat , 3 April 2026', 'Tgl. 3 April 2026'],
    ...['2026–04–03', '3–April–2026', '３ April ２０２６', '20260403', '3/IV/2026', '3 iv 2026', '2026-04-03.'],
    ...['Jum\u02bcat, 3 April 2026', 'Jum at, 3 April 2026', 'Hari Jumat, 3 April 2026', '2026\u20444\u20443'],
    ...['Hari/tanggal: Jumat, 3 April 2026', 'Tanggal: 3 April 2026', 'hari/tgl. : Jumat/3 April 2026'],
    ...['3 April 2026 pukul 09.00', '3 April 2026, 09:00 WIT', '2026-04-03T09:00:00+07:00'],
  ])('%s is read', (text) => {
    expect(dayOf(text)).toBe('2026-04-03');
    expect(dayOf(text, 'monthFirst')).toBe('2026-04-03');
    expect(orderTold(text)).toBeNull();
  });

  it.each([
    ['01', 'Januari Jan January'],
    ['02', 'Februari Pebruari Feb Peb February'],
    ['03', 'Maret Mar Mrt March'],
    ['04', 'April Apr'],
    ['05', 'Mei May'],
    ['06', 'Juni Jun June'],
    ['07', 'Juli Jul July'],
    ['08', 'Agustus Agu Ags Agt Agst Agust Aug August'],
    ['09', 'September Sep Sept'],
    ['10', 'Oktober Okt Oct October'],
    ['11', 'November Nopember Nov Nop'],
    ['12', 'Desember Des Dec December'],
  ])('month %s has the names %s', (month, names) => {
    for (const name of names.split(' ')) {
      expect(dayOf(`15 ${name} 2026`)).toBe(`2026-${month}-15`);
      expect(dayOf(`15-${name.toUpperCase()}-2026`)).toBe(`2026-${month}-15`);
    }
  });
});

describe('a day of figures alone', () => {
  it('is read in the order of its file, and never in the other', () => {
    for (const text of ['3/4/2026', '03/04/2026', '3-4-2026', '03.04.2026', '3 / 4 / 2026', '3/4/2026 00:00']) {
      expect([dayOf(text, 'dayFirst'), dayOf(text, 'monthFirst')]).toEqual(['2026-04-03', '2026-03-04']);
      expect(orderTold(text)).toBe('either');
    }
    expect(dayOf('26/11/2026', 'monthFirst')).toBe('csvDayOrderMixed');
    expect(dayOf('11/26/2026', 'dayFirst')).toBe('csvDayOrderMixed');
    expect(bothWays('3/4/2026')).toEqual({ dayFirst: '2026-04-03', monthFirst: '2026-03-04' });
  });

  it('tells an order where one figure is over 12, and needs none where both are the same', () => {
    expect(['26/11/2026', '11/26/2026', '4/4/2026', '2026-04-03', ''].map(orderTold)).toEqual([
      'dayFirst',
      'monthFirst',
      null,
      null,
      null,
    ]);
    expect(orderOfDays(['3/4/2026', '2026-01-02'])).toEqual({ order: null, unclear: '3/4/2026' });
    expect(orderOfDays(['3/4/2026', '26/11/2026'])).toEqual({ order: 'dayFirst', unclear: null });
    expect(orderOfDays(['3/4/2026', '11/26/2026'])).toEqual({ order: 'monthFirst', unclear: null });
    expect(orderOfDays(['11/26/2026', '26/11/2026', '27/11/2026'])).toEqual({ order: 'dayFirst', unclear: null });
    expect(orderOfDays(['4/4/2026', '3 April 2026'])).toEqual({ order: null, unclear: null });
  });

  it('comes back from either order as it was written', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (date, sign, isDayFirst) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', on = ''] = iso.split('-');
        const text = (isDayFirst ? [on, month, year] : [month, on, year]).join(sign);
        expect(dayOf(text, isDayFirst ? 'dayFirst' : 'monthFirst')).toBe(iso);
      }),
    );
  });
});

describe('what is no day', () => {
  it.each([
    ['3/4/26', 'csvYearShort'],
    ['3 Apr 26', 'csvYearShort'],
    ['03-Apr-26', 'csvYearShort'],
    ["3 April '26", 'csvYearShort'],
    ['Apr 3, 26', 'csvYearShort'],
    ['46115', 'csvDaySerial'],
    ['46115,5', 'csvDaySerial'],
    ['31/02/2026', 'csvDateInvalid'],
    ['31 April 2026', 'csvDateInvalid'],
    ['3 Foo 2026', 'csvDateInvalid'],
    ['April 2026', 'csvDateInvalid'],
    ['3-5 April 2026', 'csvDateInvalid'],
    ['13/13/2026', 'csvDateInvalid'],
    ['kemarin', 'csvDateInvalid'],
    ['Sabtu, 3 April 2026', 'csvWeekdayOther'],
    ['Min 3-4-2026', 'csvWeekdayOther'],
    ['2026-04-03T17:00:00.000Z', 'csvDateInvalid'],
    ['03042026', 'csvDateInvalid'],
    ['3–5 April 2026', 'csvDateInvalid'],
    ['0000-00-00', 'csvDateInvalid'],
    ['', 'csvDateInvalid'],
    ['Hari Sabtu, 3 April 2026', 'csvWeekdayOther'],
    ['29 Pebruari 2026', 'csvDateInvalid'],
    ['3 s.d. 5 April 2026', 'csvDateInvalid'],
    ['hari ini', 'csvDateInvalid'],
    ['Fri, 03 Apr 2026 17:00:00 GMT', 'csvDateInvalid'],
    ['46085.0', 'csvDaySerial'],
    ['3 Maret 26', 'csvYearShort'],
    [`3${' '.repeat(5000)}x`, 'csvDateInvalid'],
  ])('is refused with its reason: %s', (text, code) => {
    expect(dayOf(text)).toBe(code);
  });
});
