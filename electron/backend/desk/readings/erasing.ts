import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { olderBackups } from '../../backup/older-backups.ts';
import type { OwnCopy } from '../../case/own-copies.ts';
import { wentOut } from '../../exchange/ledger/holder-rows.ts';
import { keyNames } from '../../identity/key-names.ts';
import { listNoteRows } from '../../notes/note-rows.ts';
import { copiesToErase } from '../../retention/erase-copies.ts';
import { othersWith, readyErasure } from '../../retention/erasures.ts';
import { unlockedOf } from '../../vault/unlocked.ts';
import { defineReadings, fact, facts } from './reading.ts';

/** The day that a copy says it was released on; of its signing where its words are not here. */
const copyDay = ({ released }: OwnCopy): string =>
  (released.body?.content as ContentOf<'copyReleased'> | undefined)?.date || statedOnOf(released.header);

/** What is erased for good, and who still has something of it. */
export const erasingReadings = defineReadings({
  'retention.erase': (input, context) => {
    const unlocked = unlockedOf(context);
    const ready = readyErasure(unlocked, input);
    if (!ready.ok) return ready;
    const { work } = unlocked;
    const names = keyNames(work.records);
    const files = ready.value.files.map(({ file }) => file);
    const others = othersWith(unlocked, ready.value);
    const notes = files.reduce((sum, { caseId }) => sum + listNoteRows(work.notes, caseId).length, 0);
    return facts(
      fact(
        'erasedFiles',
        ...files.map(({ kind, listNumber, to, acts, attachments }) => ({
          key: `confirm.erasedFile.${kind}`,
          values: { number: listNumber === '' ? '–' : listNumber, to: `$day.${to}`, acts, attachments },
        })),
        ...ready.value.guidance.map(({ number, view: { to, records, attachments } }) => ({
          key: 'confirm.erasedFile.guidance',
          values: { number, to: `$day.${to}`, records, attachments },
        })),
        ...ready.value.years.map(({ view: { year, records, plans, attachments } }) => ({
          key: 'confirm.erasedFile.learning',
          values: { year, records, plans, attachments },
        })),
      ),
      fact('reason', ready.value.erasure.content.reason),
      fact('othersHave', ...[...others].map((key) => names.ofKey(key) ?? key.slice(0, 8)).sort()),
      fact('privateNotes', ...(notes === 0 ? [] : [{ key: 'confirm.privateNotesStay', values: { count: notes } }])),
    );
  },
  'retention.eraseCopies': ({ hashes }, context) => {
    const { work } = unlockedOf(context);
    const copies = copiesToErase({ work }, hashes);
    if (!copies.ok) return copies;
    const standing = ({ acknowledged, answered }: OwnCopy) => {
      if (acknowledged === undefined && answered === undefined) return 'open';
      const said = [acknowledged, answered].filter((act) => act !== undefined);
      if (said.some(({ hash }) => !wentOut(work.records, hash))) return 'unsent';
      return answered === undefined ? 'acknowledged' : 'answered';
    };
    return facts(
      fact(
        'erasedCopies',
        ...copies.value.map((copy) => ({
          key: `confirm.erasedCopy.${standing(copy)}`,
          values: { from: copy.released.body?.author.name ?? '–', date: `$day.${copyDay(copy)}` },
        })),
      ),
      fact('staysElsewhere', { key: 'confirm.releaserKeeps' }),
    );
  },
  'retention.renewBackups': (_input, context) => {
    const { here, away } = olderBackups(unlockedOf(context));
    const line = { key: 'confirm.olderBackupsLine', values: { here: here.length, away: away.length } };
    return facts(fact('olderBackups', line));
  },
});
