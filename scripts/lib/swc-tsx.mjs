// Loaded before dependency-cruiser: its swc parser reads .tsx as plain TypeScript and stops at the first JSX tag.
import { createRequire } from 'node:module';

const swc = createRequire(import.meta.url)('@swc/core');
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('.tsx') });
