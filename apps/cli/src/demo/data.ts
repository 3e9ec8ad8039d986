import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Division = {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en?: string;
  readonly level: number;
  readonly parent: string | null;
};

/** The public facts the demonstration runs on; see data/README.md for their provenance. */
export class DemoData {
  constructor(private readonly folder: string) {}

  divisions(): readonly Division[] {
    return (this.read('divisions.json') as { divisions: Division[] }).divisions;
  }

  standard(file: string): unknown {
    return this.read(join('standards', file));
  }

  private read(file: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, file), 'utf8'));
  }
}
