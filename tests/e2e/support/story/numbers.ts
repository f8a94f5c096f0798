import { otherEmployee } from '../../../fixtures/people/cast.ts';

/** How far the numbers of a second file lie behind those of the first. */
const further = 20;

/** The number of a paper in the file of `whose`: of the second employee another one, since no number is given twice. */
export const numberFor = (whose: string, number: string): string =>
  whose === otherEmployee.name
    ? number.replace(/\d+/, (count) => String(Number(count) + further).padStart(count.length, '0'))
    : number;
