/** A grade of civil servants: golongan ruang and, for PNS, the name of the pangkat. */
export interface Rank {
  readonly grade: string;
  /** Pangkat; empty for PPPK, who have none. */
  readonly title: string;
}

const groups: readonly (readonly [group: string, titles: readonly string[]])[] = [
  ['I', ['Juru Muda', 'Juru Muda Tingkat I', 'Juru', 'Juru Tingkat I']],
  ['II', ['Pengatur Muda', 'Pengatur Muda Tingkat I', 'Pengatur', 'Pengatur Tingkat I']],
  ['III', ['Penata Muda', 'Penata Muda Tingkat I', 'Penata', 'Penata Tingkat I']],
  ['IV', ['Pembina', 'Pembina Tingkat I', 'Pembina Utama Muda', 'Pembina Utama Madya', 'Pembina Utama']],
];

/** Golongan ruang of PNS, I/a to IV/e, with the pangkat. */
export const pnsRanks: readonly Rank[] = groups.flatMap(([group, titles]) =>
  titles.map((title, index) => ({ grade: `${group}/${'abcde'[index]}`, title })),
);

const numerals = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII';

/** Golongan of PPPK, I to XVII. */
export const pppkRanks: readonly Rank[] = numerals.split(' ').map((grade) => ({ grade, title: '' }));

/** A rank as forms write it: "Penata Muda / III/a", or "IX". */
export const rankText = ({ title, grade }: Rank): string => (title === '' ? grade : `${title} / ${grade}`);
