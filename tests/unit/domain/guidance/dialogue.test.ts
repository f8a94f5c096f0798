import { dialogueForms, guidanceForms } from '@shared/domain/guidance/choice-forms.ts';
import { daysOfGuidance } from '@shared/domain/guidance/ended.ts';
import {
  belongsTo,
  guidanceKinds,
  isReadBy03,
  leaderRoles,
  requiredParties,
  signatureRules,
} from '@shared/domain/guidance/record.ts';
import { recordKinds, workDialogueContent } from '@shared/domain/guidance/record-contents.ts';
import { remindersOf } from '@shared/domain/guidance/reminders.ts';
import { workDialogueContentOf } from '@shared/domain/guidance/to-record.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { describe, expect, it } from 'vitest';
import { workDialogueSample, workedDialogue } from '../../../fixtures/guidance.ts';

describe('a dialogue on work', () => {
  it('is about tasks, targets and the competence that they need', () => {
    expect(workDialogueContent.safeParse(workDialogueSample()).success).toBe(true);
    for (const field of ['tasks', 'targets', 'competence'])
      expect(workDialogueContent.safeParse({ ...workDialogueSample(), [field]: '' }).success, field).toBe(false);
    const short = workDialogueSample({ place: '', agreed: '', leadsTo: [] });
    expect(workDialogueContent.safeParse(short).success).toBe(true);
  });

  it('can lead to each form of guidance, and to no konseling', () => {
    expect([...dialogueForms]).toEqual(guidanceForms.filter((form) => form !== 'counselling'));
    const all = workDialogueSample({ leadsTo: [...dialogueForms] });
    expect(workDialogueContent.safeParse(all).success).toBe(true);
    expect(workDialogueContent.safeParse({ ...all, leadsTo: ['counselling'] }).success).toBe(false);
  });

  it('is between superior and employee, whose record both sign', () => {
    expect(leaderRoles.dialogue).toEqual(['assessor', 'assessorSuperior']);
    expect(signatureRules.workDialogue).toMatchObject({ leader: true, participants: true });
    expect(requiredParties({ content: workDialogueSample(), participants: [{}] })).toEqual([0, 1]);
  });

  it('has a file of its own, in which no record of guidance stands', () => {
    expect(guidanceKinds.filter((kind) => belongsTo('workDialogue', kind))).toEqual(['dialogue']);
    expect(recordKinds.filter((kind) => belongsTo(kind, 'dialogue'))).toEqual(['workDialogue']);
    const file = workedDialogue();
    expect(guidanceFile.parse(file)).toEqual(file);
    expect(workDialogueContentOf(file)).toEqual(workDialogueSample());
  });

  it('reminds of a signature that waits, and ends on its day', () => {
    const file = workedDialogue();
    expect(remindersOf(file, ['2026-11-16'], '2026-11-20')).toEqual([{ kind: 'signature', date: '2026-11-16' }]);
    expect(remindersOf(file, [], '2026-11-20')).toEqual([]);
    const kept = { from: '2026-10-01', to: '2026-12-01' };
    expect(daysOfGuidance(file, [], kept)).toEqual({ from: '2026-11-16', to: '2026-11-16' });
  });

  it('is not read by version 0.3', () => {
    expect(isReadBy03(workDialogueSample())).toBe(false);
  });
});
