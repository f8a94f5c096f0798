import { Alert, Anchor, Button, Group, List, Stack } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Draft } from '../../../lib/draft.ts';
import type { Failure } from '../../../lib/failure-text.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useOneAtATime } from '../../../lib/one-at-a-time.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { focusField } from '../../../ui/form/FormFields.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { useCaseTexts } from '../texts.ts';
import { ObstacleList, type ObstacleListProps } from '../view/ObstacleList.tsx';

type Obstacle = ObstacleListProps['obstacles'][number];

/** Something that still has to be filled in before the file can be opened. */
export interface Gap {
  readonly name: string;
  readonly label: string;
  /** Prefix of the ids of the fields of this part. */
  readonly prefix: string;
}

export interface OpeningPageProps {
  readonly title: string;
  readonly intro: string;
  readonly submitLabel: string;
  readonly draft: Pick<Draft<unknown>, 'saving' | 'savedAt' | 'error' | 'discard'>;
  /** What is missing; told once the person has tried to go on. */
  readonly gaps: readonly Gap[];
  readonly attempted: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** What stands in the way though everything is filled in. */
  readonly obstacles: readonly Obstacle[];
  readonly obstaclesTitle: string;
  readonly blocked?: boolean;
  /** Records the file; not asked for again until it is done. */
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

/** Frame of the pages on which a file begins: one form, one button. */
export const OpeningPage = (props: OpeningPageProps) => {
  const { t } = useCaseTexts();
  const go = useGo();
  const {
    title,
    intro,
    submitLabel,
    draft,
    gaps,
    attempted,
    busy,
    failure,
    obstacles,
    obstaclesTitle,
    blocked = false,
    onSubmit,
    children,
  } = props;
  const once = useOneAtATime();
  const submit = (): void => {
    const first = gaps[0];
    if (first !== undefined) focusField(first.name, first.prefix);
    void once(onSubmit);
  };
  return (
    <Page
      title={title}
      intro={intro}
      width="reading"
      crumbs={[{ label: t('cases.list.title'), onClick: () => go(placeOf('cases')) }]}
    >
      <form
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        <Stack gap="sm" aria-live="polite">
          {attempted && gaps.length > 0 && (
            <Alert color="gray" variant="light" title={t('cases.form.issues')}>
              <List size="sm" aria-label={t('cases.form.issues')}>
                {gaps.map(({ name, label, prefix }) => (
                  <List.Item key={`${prefix}-${name}`}>
                    <Anchor component="button" type="button" size="sm" onClick={() => focusField(name, prefix)}>
                      {label}
                    </Anchor>
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          {gaps.length === 0 && obstacles.length > 0 && (
            <Alert color="amber" variant="light" title={obstaclesTitle}>
              <ObstacleList label={obstaclesTitle} obstacles={obstacles} available={[]} caseId={null} />
            </Alert>
          )}
          {failure !== null && <ErrorNotice error={failure} />}
          <Group justify="space-between">
            <Button
              type="submit"
              size="md"
              loading={busy}
              disabled={blocked}
              rightSection={<IconArrowRight size={18} aria-hidden />}
            >
              {submitLabel}
            </Button>
            <Group gap="md">
              <SaveState draft={draft} />
              <Button
                variant="subtle"
                color="gray"
                onClick={() => void draft.discard().then(() => go(placeOf('cases')))}
              >
                {t('common.discardDraft')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Page>
  );
};
