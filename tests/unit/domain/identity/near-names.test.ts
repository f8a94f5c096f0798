import { sameName } from '@shared/domain/identity/name-words.ts';
import { nearNames } from '@shared/domain/identity/near-names.ts';
import { describe, expect, it } from 'vitest';

describe('a name', () => {
  it.each([
    ['Dr. Siti Aminah Contoh, M.Si.', 'siti  aminah contoh'],
    ['Hj. Siti Aminah Contoh', 'SITI AMINAH CONTOH, S.E.'],
    ['Siti Aminah Contoh S.Kom. M.T.', "Siti Aminah Cont'oh"],
    ['SITI AMINAH, S.TR.IP., CA', 'Siti Aminah STrIP'],
    ['Siti Aminah S. Kom, M. Si', 'Siti Aminah'],
    ['Siti Aminah Ph. D.', 'Siti Aminah'],
    ['Siti Aminah Sp.PD-KGEH', 'Dr. dr. Siti Aminah, Sp.PD-KGEH'],
    ['Siti Aminah, Sp.A(K), QIA, CFrA', 'dr. Siti Aminah Sp.A(K)'],
    ['Siti Aminah; S.Pd', 'Sdri. Siti Aminah/S.Pd.'],
    ['Drs. Seno Contoh, M.M.,Ak', 'Bpk. Seno Contoh'],
    ['Ir. Seno Contoh, IPM', 'Seno Contoh'],
    ['Ibu Siti Aminah, S.Tr.Keb., Bdn.', 'SITI AMINAH'],
    // Every sign that is written for an apostrophe.
    ['Nur\u2019aini Contoh', "Nur'aini Contoh"],
    ['Nur\u02bcaini Contoh', 'Nur`aini Contoh'],
    ['Ma\u02bfruf Contoh', 'Ma\u00b4ruf Contoh'],
    ['(Alm.) Seno Contoh', 'Seno Contoh, S.E.'],
    ['Almh. Siti Aminah', 'Siti Aminah (almarhumah)'],
    ['Tn. Seno Contoh', 'Bp. Seno Contoh'],
  ])('is the same without degrees, case and punctuation: %s, %s', (a, b) => {
    expect([sameName(a, b), sameName(b, a), nearNames(a, b)]).toEqual([true, true, true]);
  });

  it.each([
    ['Moh. Siti Aminah', 'Siti Aminah'],
    ['Moh. Yusuf Contoh', 'Muhammad Yusuf Contoh'],
    ['M. Yusuf Contoh', 'Mochamad Yusuf Contoh'],
    ['Abd. Rahman Contoh', 'Abdul Rahman Contoh'],
    ['S. Aminah', 'Siti Aminah'],
    ['Siti Aminah', 'Siti Aminah Contoh'],
    ['Siti Aminah', 'Aminah Siti'],
    ['Siti Aminah', 'Siti Aminnah'],
    ['Siti', 'Siti Aminah'],
    // Of another script: what anybody reads is the same name.
    ['\u0405\u0456t\u0456 \u0410m\u0456n\u0430h \u0421\u043ent\u043eh', 'Siti Aminah Contoh'],
    ['S\u0399\u03a4\u0399 \u0391\u039c\u0399\u039d\u0391\u041d', 'Siti Aminah'],
    ['M. Contoh', 'Maria Contoh'],
    ['M. Contoh', 'Made Contoh'],
    ['I Gst. Ngr. Contoh', 'I Gusti Ngurah Contoh'],
    ['I Md. Contoh', 'I Made Contoh'],
    ['I Kt. Contoh', 'I Ketut Contoh'],
    ['St. Aminah', 'Siti Aminah'],
    ['Rd. Seno Contoh', 'Raden Seno Contoh'],
    ['Mhmd. Seno Contoh', 'Mohamed Seno Contoh'],
    ['Mokh. Seno Contoh', 'Muchamad Seno Contoh'],
    ['Achmad Joesoef', 'Ahmad Yusuf'],
    ['Bagas Teladan, Seno Umpama', 'Bagas Teladan'],
    ['Bagas Teladan/Seno', 'Bagas Teladan'],
    ['Contoh, Bagas', 'Bagas Contoh'],
    ['Abdul Rachman Contoh', 'Abdurrahman Contoh'],
    ['Chairul Contoh', 'Khoirul Contoh'],
    ['Cok. Contoh', 'Cokorda Contoh'],
    ['Yoh. Contoh', 'Yohanes Contoh'],
    ['Ign. Contoh', 'Ignatius Contoh'],
    ['FX. Contoh', 'Fransiskus X. Contoh'],
    ['F.X. Contoh', 'FX Contoh'],
    ['RM Contoh', 'Raden Mas Contoh'],
    // His wife, by his name.
    ['Ny. Seno Contoh', 'Seno Contoh'],
    ['Contoh br. Ginting', 'Contoh Boru Ginting'],
    ['Contoh Umpama II', 'Contoh Umpama III'],
    ['BAGAS CONTOH, SENO', 'Bagas Contoh'],
  ])('is near and not the same: %s, %s', (a, b) => {
    expect([sameName(a, b), nearNames(a, b), nearNames(b, a)]).toEqual([false, true, true]);
  });

  it.each([
    ['Siti Aminah', 'Siti Rahmawati'],
    ['Budi Contoh', 'Siti Aminah'],
    ['Bagas Teladan', 'Seno Umpama'],
    ['S. Aminah', 'Budi Aminah'],
    ['S. Aminah', 'R. Aminah'],
    ['M. Rahmat Contoh', 'A. Rahmat Contoh'],
    ['Muhammad Rahmat', 'Ahmad Rahmat'],
    ['I Putu Contoh', 'I Kadek Contoh'],
    ['Dian S. Contoh', 'Dian R. Contoh'],
  ])('is another one: %s, %s', (a, b) => {
    expect([sameName(a, b), nearNames(a, b), nearNames(b, a)]).toEqual([false, false, false]);
  });
});
