import { it } from 'vitest';
import { fuzzPart } from './fuzz-part.ts';

it(
  'answers every input as the contract says, soon, and a refusal changes nothing (1 of 2)',
  () => fuzzPart(0, 2),
  600_000,
);
