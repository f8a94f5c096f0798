import { Button, List, Text } from '@mantine/core';
import type { AvailableAct } from '@shared/contract/case.ts';
import { placeOfAct } from '@shared/domain/place/places.ts';
import { IconArrowRight } from '@tabler/icons-react';
import { useGo } from '../../../lib/navigation.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { useCaseTexts } from '../texts.ts';
import { wayOut } from './available-order.ts';
import { NumberStands } from './NumberStands.tsx';

export interface ObstacleListProps {
  readonly label: string;
  readonly obstacles: Readonly<AvailableAct['obstacles']>;
  /** What may be done in the file, to offer the act that would help. */
  readonly available: readonly AvailableAct[];
  readonly caseId: string | null;
}

/** What exactly is missing, the rule behind it, and a button to the act that would satisfy it. */
export const ObstacleList = ({ label, obstacles, available, caseId }: ObstacleListProps) => {
  const { t, obstacleText, ruleText, actName } = useCaseTexts();
  const go = useGo();
  return (
    <List aria-label={label} spacing={6} size="md" styles={{ itemWrapper: { maxWidth: '100%' } }}>
      {obstacles.map(({ code, rule, satisfiedBy, stands }) => {
        const way = wayOut(satisfiedBy, available);
        return (
          <List.Item key={`${code}-${satisfiedBy ?? ''}`}>
            <Text size="md">{obstacleText(code)}</Text>
            {stands !== undefined && <NumberStands stands={stands} />}
            {rule !== null && <RuleHint>{ruleText(rule)}</RuleHint>}
            {way !== null && caseId !== null && (
              <Button
                size="compact-sm"
                variant="light"
                h="auto"
                mih={26}
                py={2}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
                maw="100%"
                rightSection={<IconArrowRight size={15} aria-hidden />}
                onClick={() => go(placeOfAct(caseId, way.type))}
              >
                {t('cases.now.goTo', { act: actName(way.type) })}
              </Button>
            )}
          </List.Item>
        );
      })}
    </List>
  );
};
