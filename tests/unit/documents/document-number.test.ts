import {
  defaultNumberTemplate,
  formatDocumentNumber,
  isNumberTemplate,
} from '@shared/domain/documents/document-number.ts';
import { paperDate, paperDateWithWeekday, paperTimeSpan, romanMonth } from '@shared/domain/documents/paper-date.ts';
import { parseQrText, qrText } from '@shared/domain/documents/qr-text.ts';
import { fingerprintOf } from '@shared/domain/identity/fingerprint.ts';
import { describe, expect, it } from 'vitest';

const parts = {
  classification: 'secret',
  sequence: 12,
  positionCode: 'BKP',
  classificationCode: 'KP.07',
  date: '2026-11-24',
} as const;

describe('formatDocumentNumber', () => {
  it('fills the template', () => {
    expect(formatDocumentNumber(defaultNumberTemplate, parts)).toEqual({ ok: true, value: 'R-12/BKP/KP.07/XI/2026' });
  });

  it('leaves no doubled separator where a code is empty', () => {
    const number = formatDocumentNumber(defaultNumberTemplate, { ...parts, positionCode: '', classificationCode: '' });
    expect(number).toEqual({ ok: true, value: 'R-12/XI/2026' });
  });

  it.each(['{nomer}/{tahun}', '{tahun}', '{nomor', 'nomor}', '{nomor}{{bulan}}'])(
    'refuses the template %s',
    (template) => {
      expect(isNumberTemplate(template)).toBe(false);
      expect(formatDocumentNumber(template, parts)).toEqual({ ok: false, error: { code: 'numberTemplateInvalid' } });
    },
  );

  it('writes months in Roman numerals', () => {
    expect([1, 4, 9, 12].map(romanMonth)).toEqual(['I', 'IV', 'IX', 'XII']);
    expect(() => romanMonth(13)).toThrow(RangeError);
  });
});

describe('dates on paper', () => {
  it('are Indonesian', () => {
    expect(paperDate('2026-08-01')).toBe('1 Agustus 2026');
    expect(paperDateWithWeekday('2026-11-24')).toBe('Selasa, 24 November 2026');
    expect(paperDate('')).toBeNull();
    expect(paperDate('2026-13-01')).toBeNull();
  });

  it('tell spans of time', () => {
    expect(paperTimeSpan({ startTime: '09:30', minutes: 90, zone: 'WITA' })).toBe('09.30–11.00 WITA');
    expect(paperTimeSpan({ startTime: '23:30', minutes: 60, zone: '' })).toBe('23.30–00.30 waktu setempat');
    expect(paperTimeSpan({ startTime: '09:30', zone: 'WIT' })).toBe('09.30 WIT');
    expect(paperTimeSpan({ minutes: 60 })).toBeNull();
  });
});

describe('QR text', () => {
  it('is read back', () => {
    const reference = { actHash: 'ab'.repeat(32), keyFingerprint: fingerprintOf('0f'.repeat(16)) };
    expect(qrText(reference)).toMatch(/^[0-9A-Z:]+$/);
    expect(parseQrText(qrText(reference))).toEqual(reference);
    expect(parseQrText('https://contoh.invalid')).toBeNull();
  });
});
