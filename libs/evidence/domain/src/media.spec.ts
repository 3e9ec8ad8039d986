import { evidenceFormats, formatsAcceptedFor, formBits, safeFileName } from './media.js';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\office\\方案.PDF', '方案.pdf'],
    ['报告\u0000\u0007\n.pdf', '报告.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['  ..  ', 'evidence.pdf'],
    ['', 'evidence.pdf'],
    ['NUL.pdf', 'evidence.pdf'],
    ['a<b>:"|?*`$c.pdf', 'a_b________c.pdf'],
    ['第1季度.总结.docx', '第1季度.总结.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given, 'application/pdf')).toBe(kept);
  });

  it('is at most 100 characters and the ending', () => {
    expect(safeFileName(`${'长'.repeat(300)}.jpg`, 'image/jpeg')).toBe(`${'长'.repeat(100)}.jpg`);
  });
});

describe('the forms of document', () => {
  it('follow from how an indicator is checked', () => {
    expect(formatsAcceptedFor('document')).toEqual(['issued-document', 'explanatory-report']);
    expect(formatsAcceptedFor('field')).toEqual(['photo']);
    expect(formatsAcceptedFor('statistics')).toEqual(['statistics-table']);
  });

  it('are bits of one number, each its own', () => {
    expect(evidenceFormats.map((format) => formBits([format]))).toEqual([1, 2, 4, 8]);
    expect(formBits(['photo', 'issued-document'])).toBe(5);
  });
});
