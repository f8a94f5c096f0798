import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import type { EvaluationView } from '@shared/contract/plan-evaluation.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { PlanEvaluation } from '@shared/domain/competence/plan.ts';
import { evaluationFields, resultFields } from '@shared/domain/competence/plan-fields.ts';
import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import { IconEye, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { asValues } from '../../../ui/form/field-props.ts';
import { type FieldRow, rowsOf } from '../../../ui/form/reading.ts';
import { useReading } from '../../../ui/form/use-reading.ts';
import { PaperButtons } from '../../../ui/PaperButtons.tsx';
import { FileDialog } from '../../../ui/viewer/FileView.tsx';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';
import type { LineToJudge } from './EvaluationForm.tsx';

type State = 'valid' | 'onPaper' | 'damaged' | 'unsigned' | 'replaced';
const colours = { valid: 'green', onPaper: 'green', damaged: 'red', unsigned: 'yellow', replaced: 'gray' } as const;

const stateOf = ({ record, paper, isReplaced }: EvaluationView): State => {
  if (record === null) return 'damaged';
  if (isReplaced) return 'replaced';
  return paper === null ? 'valid' : 'onPaper';
};

/** Rows of what was judged, each under what its line is called. */
const useResultRows = (lines: readonly LineToJudge[]) => {
  const reading = useReading();
  return (results: readonly { readonly itemId: string }[]): readonly FieldRow[] =>
    lines.flatMap(({ itemId, title }) => {
      const result = results.find((one) => one.itemId === itemId);
      return result === undefined
        ? [{ label: title, text: '–' }]
        : rowsOf(resultFields, asValues(result), reading, { aim: title });
    });
};

const Card = ({
  state,
  who,
  children,
}: {
  readonly state: State;
  readonly who: string;
  readonly children: React.ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="sm" component="article" aria-label={`${t('competence.evaluation.title')}: ${who}`}>
      <Group justify="space-between" mb={4}>
        <Title order={4} size="h5">
          {who}
        </Title>
        <Badge tt="none" variant="light" color={colours[state]}>
          {t(`competence.evaluation.state.${state}`)}
        </Badge>
      </Group>
      {children}
    </Paper>
  );
};

/** The signed PDF of an evaluation that was signed here, or the scans of its paper. */
const Papers = ({ view: { hash, paper } }: { readonly view: EvaluationView }) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const pdf = useCommand('competence.evaluationDocument');
  const saving = useCommand('documents.export');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const [shown, setShown] = useState<AttachmentRef | null>(null);
  const open = async (attachmentId: string): Promise<void> => {
    const file = await rpc.call('attachments.info', { store: 'records', attachmentId });
    if (file.ok) setShown(file.value);
  };
  const openPdf = async (): Promise<void> => {
    const answer = await pdf.run({ hash });
    if (answer.ok) setDocumentId(answer.value.documentId);
  };
  return (
    <Group gap="xs" mt="xs">
      {paper === null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileTypePdf size={15} aria-hidden />}
          loading={pdf.busy}
          onClick={() => void openPdf()}
        >
          {t('competence.evaluation.pdf')}
        </Button>
      )}
      {paper?.attachmentIds.map((id, index) => (
        <Button
          key={id}
          size="xs"
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          onClick={() => void open(id)}
        >
          {paper.attachmentIds.length === 1
            ? t('competence.evaluation.scans')
            : `${t('competence.evaluation.scans')} ${index + 1}`}
        </Button>
      ))}
      {pdf.error !== null && <ErrorNotice error={pdf.error} />}
      <FileDialog file={shown} store="records" onClose={() => setShown(null)} />
      {documentId !== null && (
        <Modal
          opened
          onClose={() => setDocumentId(null)}
          size={860}
          title={planTitles.planEvaluation}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <PaperButtons print={null} saving={saving} onSave={() => saving.run({ documentIds: [documentId] })}>
            <Text size="sm" c="dimmed">
              {t('cases.documents.uncertified')}
            </Text>
          </PaperButtons>
          <PdfView source={{ documentId }} height="62vh" />
        </Modal>
      )}
    </Group>
  );
};

const EvaluationCard = ({ view, lines }: { readonly view: EvaluationView; readonly lines: readonly LineToJudge[] }) => {
  const { t } = useTranslation();
  const { date, moment } = useFormat();
  const reading = useReading();
  const resultRows = useResultRows(lines);
  const { record, signedAt, clockCorrected, paper } = view;
  if (record === null)
    return (
      <Card state="damaged" who={t('competence.evaluation.title')}>
        <Text size="sm">{t('competence.evaluation.damagedText')}</Text>
      </Card>
    );
  const { official, content, replaces } = record;
  const { name, office } = official;
  const who =
    paper === null
      ? t('competence.evaluation.signedBy', { name, when: signedAt === null ? '' : moment(signedAt) })
      : t(`competence.evaluation.${paper.medium === 'ink' ? 'paperBy' : 'tteBy'}`, {
          name,
          date: date(paper.signedOn),
        });
  return (
    <Card state={stateOf(view)} who={clockCorrected ? `${who} (${t('clock.corrected')})` : who}>
      {office !== '' && (
        <Text size="sm" c="dimmed">
          {office}
        </Text>
      )}
      {replaces !== null && <Text size="sm">{t('competence.evaluation.replacesText', { why: replaces.why })}</Text>}
      <FieldRows rows={[...rowsOf(evaluationFields, content, reading), ...resultRows(content.results)]} />
      <Papers view={view} />
    </Card>
  );
};

export interface EvaluationCardsProps {
  readonly evaluations: readonly EvaluationView[];
  /** As version 0.3 kept it; null: there is none. */
  readonly unsigned: PlanEvaluation | null;
  readonly lines: readonly LineToJudge[];
}

/** Every evaluation of a plan, the latest first; those that were replaced stay readable. */
export const EvaluationCards = ({ evaluations, unsigned, lines }: EvaluationCardsProps) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const resultRows = useResultRows(lines);
  return (
    <Stack gap="sm">
      {evaluations.map((view) => (
        <EvaluationCard key={view.hash} view={view} lines={lines} />
      ))}
      {unsigned !== null && (
        <Card
          state={evaluations.length > 0 ? 'replaced' : 'unsigned'}
          who={t('competence.evaluation.unsignedBy', { name: unsigned.official, date: date(unsigned.date) })}
        >
          {unsigned.office !== '' && (
            <Text size="sm" c="dimmed">
              {unsigned.office}
            </Text>
          )}
          <FieldRows rows={resultRows(unsigned.results)} />
        </Card>
      )}
    </Stack>
  );
};
