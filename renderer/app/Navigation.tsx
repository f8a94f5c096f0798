import { ActionIcon, NavLink, Stack, Tooltip } from '@mantine/core';
import type { Role } from '@shared/domain/identity/person.ts';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo, usePath } from '../lib/navigation.ts';
import { type NavigationRoute, navigationRoutes } from './routes.ts';

/** Pages that a holder of these roles sees in the navigation. */
export const routesFor = (held: readonly Role[]): readonly NavigationRoute[] =>
  navigationRoutes.filter(({ roles }) => roles === undefined || roles.some((role) => held.includes(role)));

/** Pages that the palette finds for a holder of these roles. */
export const paletteRoutesFor = (held: readonly Role[]): readonly NavigationRoute[] =>
  navigationRoutes.filter((route) => route.inPalette === true || routesFor(held).includes(route));

const isHere = (routePath: string, path: string): boolean =>
  routePath === '/' ? path === '/' : path === routePath || path.startsWith(`${routePath}/`);

export interface NavigationProps {
  readonly roles: readonly Role[];
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
}

/** The pages on the left; narrow it shows icons alone. */
export const Navigation = ({ roles, narrow, onNarrow }: NavigationProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const path = usePath();
  const toggle = t(narrow ? 'app.expand' : 'app.collapse');
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <Stack h="100%" justify="space-between" p="xs" gap="xs">
      <Stack gap={2}>
        {routesFor(roles).map(({ place: to, labelKey, icon: Icon }) => (
          <Tooltip key={to} label={t(labelKey)} position="right" disabled={!narrow} withinPortal={false}>
            <NavLink
              component="button"
              type="button"
              active={isHere(to, path)}
              aria-current={isHere(to, path) ? 'page' : undefined}
              aria-label={t(labelKey)}
              label={narrow ? undefined : t(labelKey)}
              leftSection={<Icon size={20} stroke={1.6} />}
              onClick={() => go(to)}
            />
          </Tooltip>
        ))}
      </Stack>
      <Tooltip label={toggle} position="right" withinPortal={false}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={toggle} onClick={() => onNarrow(!narrow)}>
          <Toggle size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </Stack>
  );
};
