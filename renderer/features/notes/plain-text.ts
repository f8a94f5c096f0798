interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly Node[];
}

const read = (content: string): Node | null => {
  try {
    return JSON.parse(content) as Node;
  } catch {
    return null;
  }
};

const blocks = ({ content = [] }: Node): string[] => {
  const isLine = content.some(({ type }) => type === 'text' || type === 'hardBreak');
  if (!isLine) return content.flatMap(blocks);
  return [content.map(({ type, text = '' }) => (type === 'hardBreak' ? '\n' : text)).join('')];
};

/**
 * The words of a note without its form, for the search; `content` is ProseMirror JSON, anything else is text already.
 */
export const plainText = (content: string): string => {
  const document = read(content);
  return document === null || typeof document !== 'object' ? content : blocks(document).join('\n\n');
};
