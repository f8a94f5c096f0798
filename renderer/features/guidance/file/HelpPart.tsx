import { Accordion, List, Text, Title } from '@mantine/core';
import {
  barrierGroups,
  barrierLines,
  barrierParts,
  barriers,
  opportunities,
} from '@shared/domain/guidance/barriers.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';

/** Obstacles as working help at the session: what can be seen, what can be said, when to stop. */
export const HelpPart = () => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.help')} intro={t('guidanceHelp.noDiagnosis')}>
      {barrierGroups.map((group) => (
        <div key={group}>
          <Title order={3} size="h5" mt="xs">
            {t(`guidanceHelp.group.${group}`)}
          </Title>
          <Accordion variant="contained" chevronPosition="left" order={4}>
            {barriers
              .filter((barrier) => barrier.group === group)
              .map(({ code }) => (
                <Accordion.Item key={code} value={code}>
                  <Accordion.Control>{t(`guidanceHelp.barrier.${code}.name`)}</Accordion.Control>
                  <Accordion.Panel>
                    {barrierParts.map((part) => (
                      <div key={part}>
                        <Text size="sm" fw={600}>
                          {t(`guidanceHelp.part.${part}`)}
                        </Text>
                        <List size="sm" spacing={2}>
                          {barrierLines(code, part).map((key) => (
                            <List.Item key={key}>{t(key)}</List.Item>
                          ))}
                        </List>
                      </div>
                    ))}
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
          </Accordion>
        </div>
      ))}
      <Title order={3} size="h5" mt="sm">
        {t('guidanceHelp.opportunities')}
      </Title>
      <List size="sm" spacing={4} aria-label={t('guidanceHelp.opportunities')}>
        {opportunities.map(({ opportunity, nameKey, textKey }) => (
          <List.Item key={opportunity}>
            <strong>{t(nameKey)}</strong>: {t(textKey)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt={4}>
        {t('guidanceHelp.opportunitiesHint')}
      </Text>
    </Section>
  );
};
