/** A count of JP that is kept in hundredths, as paper writes it: `2,5`. */
export const jpOnPaper = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

/** Whole rupiah as paper writes them: `Rp1.250.000`. */
export const rupiahOnPaper = (rupiah: number): string => `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.')}`;
