import { attendanceOf } from './attendance.js';

describe('attendance as it is typed', () => {
  it('is one unit a line: code, invited, attended', () => {
    expect(attendanceOf('511902101 4 3\n\n 511902102，2，2 ')).toEqual({
      attendance: [{ unitId: '511902101', invited: 4, attended: 3 }, { unitId: '511902102', invited: 2, attended: 2 }],
    });
  });

  it('names the line that is not so', () => {
    expect(attendanceOf('511902101 4 3\n511902102 two 2')).toEqual({ wrongLine: 2 });
  });
});
