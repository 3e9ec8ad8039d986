import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingYear } from '@zeren/organisation-domain';
import type { MajorClass, SiteVersion } from '@zeren/organisation-domain';
import type { MappedIndicator, MeasureDefined } from '@zeren/tasks-domain';
import type { CityPlan } from './city-plan.js';

export type Division = {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en?: string;
  readonly level: number;
  readonly parent: string | null;
  readonly population_2020_census?: { readonly value: number };
};

/** A site as the register takes it. */
export type DemoSite = SiteVersion & { readonly number: string };

/** A measure as the data has it: its indicators by their code alone. */
export type PublishedMeasure = Pick<MeasureDefined['data'], 'code' | 'name' | 'definition' | 'unit' | 'direction'> & {
  readonly indicators: readonly (Pick<MappedIndicator, 'metric' | 'relation' | 'reason'> & { readonly indicator: string })[];
};

/** A year's calendar as the data has it. */
type PublishedCalendar = {
  readonly off_days: readonly { readonly date: string }[];
  readonly makeup_workdays: readonly { readonly date: string }[];
  readonly notices: readonly string[];
};

/** A later version of a standard as the demonstration makes it up: what differs from the text it is a version of. */
export type StandardRevision = {
  readonly of: string;
  readonly version: number;
  readonly edition: string;
  readonly source: string;
  readonly changed: Readonly<Record<string, object>>;
  readonly ended: readonly string[];
  /** By category. */
  readonly added: Readonly<Record<string, readonly object[]>>;
  readonly prerequisites: readonly object[];
  readonly negative_list: readonly object[];
};

/** A class of matters as the data has it. */
export type PublishedMatter = {
  readonly code: string;
  readonly kind: 'event' | 'component';
  readonly major: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly filing_condition_zh: string | null;
  readonly stages: readonly {
    readonly name_zh: string;
    readonly name_en: string;
    readonly limit: { readonly value: number; readonly unit: 'minute' | 'clock_hour' | 'working_hour' | 'working_day' };
  }[];
  readonly closing_condition_zh: string | null;
  readonly source: string | null;
};

/** The public facts the demonstration runs on; see data/README.md for their provenance. */
export class DemoData {
  constructor(private readonly folder: string) {}

  divisions(): readonly Division[] {
    return (this.read('divisions.json') as { divisions: Division[] }).divisions;
  }

  /** What onboarding a city takes besides its divisions. */
  city(name: string): CityPlan {
    return this.read(join('cities', `${name}.json`)) as CityPlan;
  }

  /** Sites of a city, made up. */
  sites(tenantId: string): readonly DemoSite[] {
    return (this.read(join('cities', 'sites.json')) as Readonly<Record<string, readonly DemoSite[]>>)[tenantId] ?? [];
  }

  standard(file: string): unknown {
    return this.read(join('standards', file));
  }

  standardRevision(): StandardRevision {
    return this.read(join('revisions', 'env_model_city.json')) as StandardRevision;
  }

  /** Statutory holidays and make-up workdays of a year, with the notice that arranged them. */
  workingYear(year: number): WorkingYear & { readonly document: string } {
    const { off_days, makeup_workdays, notices } = this.read(join('calendar', `${year}.json`)) as PublishedCalendar;
    const dates = (days: readonly { date: string }[]): string[] => days.map(({ date }) => date);
    return { year, holidays: dates(off_days), makeUpWorkdays: dates(makeup_workdays), document: `国务院办公厅关于${year}年部分节假日安排的通知 ${notices.join(' ')}` };
  }

  /** Indicators of the five standards that measure the same thing. */
  measures(): readonly PublishedMeasure[] {
    return (this.read('measures.json') as { measures: PublishedMeasure[] }).measures;
  }

  /** The catalogue of urban management: 107 classes under their major classes. */
  matters(): { readonly majors: readonly MajorClass[]; readonly classes: readonly PublishedMatter[] } {
    const { major_classes, matters } = this.read('matters.json') as {
      major_classes: { code: string; kind: 'event' | 'component'; name_zh: string; name_en: string }[]; matters: PublishedMatter[];
    };
    return { majors: major_classes.map(({ code, kind, name_zh, name_en }) => ({ code, kind, name: { zh: name_zh, en: name_en } })), classes: matters };
  }

  private read(file: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, file), 'utf8'));
  }
}
