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

const arrow = <IconArrowRight size={18} aria-hidden />;

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
  /** Of the button that goes on to what is due next; none where the other one does. */
  readonly goOnLabel?: string;
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
  /** Records the file; not asked for again until it is done. `goOn`: to what is due next in it. */
  readonly onSubmit: (goOn: boolean) => Promise<void>;
  readonly children: ReactNode;
}

/** Frame of the pages on which a file begins: one form, and the button that records it. */
export const OpeningPage = (props: OpeningPageProps) => {
  const { t } = useCaseTexts();
  const go = useGo();
  const {
    title,
    intro,
    submitLabel,
    goOnLabel,
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
  const submit = (goOn: boolean): void => {
    const first = gaps[0];
    if (first !== undefined) focusField(first.name, first.prefix);
    void once(() => onSubmit(goOn));
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
          submit(goOnLabel === undefined);
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
            <Group gap="xs">
              <Button
                type="submit"
                size="md"
                loading={busy}
                disabled={blocked}
                rightSection={goOnLabel === undefined && arrow}
              >
                {submitLabel}
              </Button>
              {goOnLabel !== undefined && (
                <Button
                  size="md"
                  variant="light"
                  disabled={blocked || busy}
                  rightSection={arrow}
                  onClick={() => submit(true)}
                >
                  {goOnLabel}
                </Button>
              )}
            </Group>
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
