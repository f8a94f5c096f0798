import { it } from 'vitest';
import { fuzzPart } from './fuzz-part.ts';

it(
  'answers every input as the contract says, soon, and a refusal changes nothing (2 of 2)',
  () => fuzzPart(1, 2),
  600_000,
);
