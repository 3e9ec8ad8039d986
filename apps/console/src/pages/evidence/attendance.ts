import type { Attendance } from '@zeren/evidence-domain';

/** One unit a line: code, invited, attended. The number of the first line that is not so where one is not. */
export const attendanceOf = (text: string): { readonly attendance: readonly Attendance[] } | { readonly wrongLine: number } => {
  const attendance: Attendance[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match = /^(\S+)[\s,，]+(\d+)[\s,，]+(\d+)$/.exec(line.trim());
    if (!match) return { wrongLine: index + 1 };
    attendance.push({ unitId: match[1] as string, invited: Number(match[2]), attended: Number(match[3]) });
  }
  return { attendance };
};
