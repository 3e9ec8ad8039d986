import { dayBefore } from '../calendar-date.js';
import type { CellReferred, MatrixCell, MatrixEvent, MatrixRow, MatrixVersionPublished } from './matrix.events.js';

/** What a version was, without its rows. */
export type MatrixVersion = Pick<MatrixVersionPublished['data'], 'version' | 'cause' | 'from' | 'reason' | 'document' | 'cell'> & {
  readonly added: number;
  readonly ended: number;
};

/** A cell that was referred; ruled by a version, or still waiting where that is null. */
export type CellReferral = CellReferred['data'] & { readonly ruledByVersion: number | null };

/** A city's matrix: every row it ever had, every version, every cell that was referred, oldest first. */
export type ResponsibilityMatrix = {
  readonly version: number;
  readonly rows: readonly MatrixRow[];
  readonly versions: readonly MatrixVersion[];
  readonly referrals: readonly CellReferral[];
  readonly districtTenantIds: readonly string[];
};

export const emptyMatrix: ResponsibilityMatrix = { version: 0, rows: [], versions: [], referrals: [], districtTenantIds: [] };

export const isSameCell = (a: MatrixCell, b: MatrixCell): boolean => a.areaUnitId === b.areaUnitId && a.matterCode === b.matterCode;

/** The referral of a cell that still waits. */
export const openReferral = ({ referrals }: ResponsibilityMatrix, cell: MatrixCell): CellReferral | undefined =>
  referrals.find((one) => one.ruledByVersion === null && isSameCell(one, cell));

const withVersion = (matrix: ResponsibilityMatrix, data: MatrixVersionPublished['data']): ResponsibilityMatrix => {
  const { version, cause, from, reason, document, cell, added, ended, districtTenantIds } = data;
  const gone = new Set(ended);
  const lastDay = dayBefore(from);
  return {
    version,
    rows: [...matrix.rows.map((row) => (gone.has(row.rowId) ? { ...row, validUntil: lastDay } : row)), ...added],
    versions: [...matrix.versions, { version, cause, from, reason, document, cell, added: added.length, ended: ended.length }],
    referrals: matrix.referrals.map((one) =>
      (cell !== null && one.ruledByVersion === null && isSameCell(one, cell) ? { ...one, ruledByVersion: version } : one)),
    districtTenantIds,
  };
};

export const evolveMatrix = (matrix: ResponsibilityMatrix, event: MatrixEvent): ResponsibilityMatrix => {
  switch (event.type) {
    case 'MatrixVersionPublished':
      return withVersion(matrix, event.data);
    case 'CellReferred':
      return { ...matrix, referrals: [...matrix.referrals, { ...event.data, ruledByVersion: null }] };
    case 'MatrixDisclosed':
      return { ...matrix, districtTenantIds: [...matrix.districtTenantIds, event.data.districtTenantId] };
  }
};
