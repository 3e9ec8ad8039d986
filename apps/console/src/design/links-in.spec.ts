import { piecesOf } from './links-in.js';

describe('a text with addresses in it', () => {
  it('is cut into words and addresses of the web, and nothing else becomes a link', () => {
    expect(piecesOf('照片在 https://example.org/a.jpg，请看')).toEqual([
      { text: '照片在 ', isLink: false }, { text: 'https://example.org/a.jpg', isLink: true }, { text: '，请看', isLink: false },
    ]);
    expect(piecesOf('javascript:alert(1) ftp://example.org')).toEqual([{ text: 'javascript:alert(1) ftp://example.org', isLink: false }]);
    expect(piecesOf('http://example.org/b')).toEqual([{ text: 'http://example.org/b', isLink: true }]);
  });
});
