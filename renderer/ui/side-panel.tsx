import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react';

export interface SidePanelProps {
  /** Case that the page beside it is about; null for none. */
  readonly caseId: string | null;
}

/** Panels by name, given by the window's composition so that features need not know each other. */
export type SidePanels = Readonly<Record<string, ComponentType<SidePanelProps>>>;

const SidePanelContext = createContext<SidePanels>({});

/** Registers the panels that pages may show beside their content, e.g. `{ notes: NotesSidePanel }`. */
export const SidePanelProvider = ({
  panels,
  children,
}: {
  readonly panels: SidePanels;
  readonly children: ReactNode;
}) => <SidePanelContext.Provider value={panels}>{children}</SidePanelContext.Provider>;

/** The panel registered under a name, or null when there is none. */
export const useSidePanel = (name: string): ComponentType<SidePanelProps> | null =>
  useContext(SidePanelContext)[name] ?? null;

/** Shows the panel registered under `name`, or nothing. */
export const SidePanelSlot = ({ name, caseId }: SidePanelProps & { readonly name: string }) => {
  const Panel = useSidePanel(name);
  if (Panel === null) return null;
  return (
    <Suspense fallback={null}>
      <Panel caseId={caseId} />
    </Suspense>
  );
};
