import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { employee } from '../assessor.ts';
import { keepCompetence } from '../competence.ts';
import { keepProgramme } from '../programme.ts';
import { tour } from '../tour.ts';
import { playCase } from './case.ts';
import type { SealedStage } from './desk.ts';
import { type Desks, foundInstitution } from './founding.ts';
import { playGuidance } from './guidance.ts';
import { playPaperCase } from './paper-case.ts';
import { tourExchange } from './tour.ts';

/**
 * An institution of five vaults: one directory, one case carried by packages from the first observation to the
 * employee's copy, one on paper beside it; coaching and mentoring whose records are signed in two vaults; learning
 * hours and the programme. Ends with a look at every other screen; the vaults stay open.
 */
export const playSealed = async (stage: SealedStage): Promise<Desks> => {
  await mkdir(join(stage.folder, 'documents'), { recursive: true });
  const desks = await playCase(stage, await foundInstitution(stage));
  await playPaperCase(stage, desks);
  await playGuidance(stage, desks);
  await keepCompetence(desks.head, stage);
  stage.tell('head: conversion table, learning hours, competences, plan');
  await keepProgramme(desks.head, stage);
  stage.tell('head: the programme and its figures');
  await tourExchange(stage, desks);
  await tour(desks.head, employee.name, stage);
  return desks;
};
