const lines = (value: unknown, name: string): string[] => {
  if (value === null || value === '' || value === undefined || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap((item) => lines(item, name));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, part]) => lines(part, key));
  return [name === '' ? String(value) : `${name}: ${String(value)}`];
};

/**
 * What was typed into a draft that no form takes any more, as text to copy: a line for each field that says something.
 */
export const draftText = (content: string): string => {
  try {
    return lines(JSON.parse(content), '').join('\n');
  } catch {
    return content;
  }
};
