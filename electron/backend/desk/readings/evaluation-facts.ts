import type { Fact, FactLine } from '@shared/contract/confirmation.ts';
import type { EvaluationRecord, JudgedLine } from '@shared/domain/competence/evaluation.ts';
import { fact } from './reading.ts';

/** What was planned, what came of it, and what is said of that: a line each. */
const resultLines = ({ content }: EvaluationRecord, { itemId, title, kind, people, jp }: JudgedLine): FactLine[] => {
  const result = content.results.find((one) => one.itemId === itemId);
  const [outcome, level, remark] = [result?.outcome ?? 'notMet', result?.level ?? null, result?.remark ?? ''];
  const values = { outcome: `$competence.evaluation.outcome.${outcome}`, people, jp: jp / 100, level: level ?? 0 };
  return [
    title === '' ? { key: `competence.kind.${kind}` } : title,
    { key: `confirm.evaluated.${level === null ? 'result' : 'resultWithLevel'}`, values },
    ...(remark === '' ? [] : [remark]),
  ];
};

/** What is signed with an evaluation, in the order of its paper. */
export const evaluationFacts = (record: EvaluationRecord): readonly Fact[] => {
  const { plan, official, content, replaces } = record;
  const why = replaces === null ? [] : [replaces.why];
  const replaced: readonly FactLine[] =
    replaces === null
      ? []
      : [replaces.evaluation === 'unsigned' ? { key: 'confirm.evaluated.unsigned' } : replaces.evaluation];
  return [
    ...(plan.owner === 'employee'
      ? fact('person', [plan.employee.name, plan.employee.nip].filter(Boolean).join(' · '))
      : fact('institution', plan.institution)),
    ...fact('year', String(plan.year)),
    ...fact('official', [official.name, official.nip, official.office].filter(Boolean).join(' · ')),
    ...fact('evaluatedOn', { key: 'confirm.evaluated.day', values: { day: `$day.${content.date}` } }),
    ...fact('results', ...plan.lines.flatMap((line) => resultLines(record, line))),
    ...(content.conclusion === '' ? [] : fact('conclusion', content.conclusion)),
    ...fact('replaces', ...replaced),
    ...fact('reason', ...why),
  ];
};
