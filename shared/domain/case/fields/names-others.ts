import { ownValue } from '@shared/kernel/own-value.ts';
import type { ActType } from '../act-type.ts';
import { fieldsOf } from './act-fields.ts';

/** Kinds of field that name people. */
const naming: readonly string[] = ['person', 'deciders'];

/** Whom a copy is there to tell: who counsels is told by the copy of the assignment (law: copyUnasked). */
const toldBy: Readonly<Partial<Record<ActType, readonly string[]>>> = { counsellorAssigned: ['counsellor'] };

/**
 * The fields of an act that name somebody else than its employee and author, as parts of its copy (`content/deciders`):
 * a copy leaves them out unless whoever releases it takes them in again (law: copy).
 */
export const partsNamingOthers = (type: ActType, content: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(content)
    .filter(([name, said]) => {
      const kind = ownValue(fieldsOf(type), name)?.kind ?? '';
      const isSaid = said !== null && !(Array.isArray(said) && said.length === 0);
      return isSaid && naming.includes(kind) && toldBy[type]?.includes(name) !== true;
    })
    .map(([name]) => `content/${name}`);
