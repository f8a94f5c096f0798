// Version numbers of the form 20.19.0 (a leading v and anything after a hyphen are ignored).

/** Numbers of a version: 'v20.19.3-rc.1' → [20, 19, 3]. Missing parts count as 0. */
export function parseVersion(text) {
  const [major = 0, minor = 0, patch = 0] = text
    .replace(/^v/, '')
    .split('-')[0]
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compareVersions(a, b) {
  const left = parseVersion(a);
  const right = parseVersion(b);
  for (let i = 0; i < 3; i += 1) {
    if (left[i] !== right[i]) return left[i] - right[i];
  }
  return 0;
}
