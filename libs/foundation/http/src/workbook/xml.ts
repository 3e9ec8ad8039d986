import { ProblemError } from '../problem.js';

/** One element of the flat kind that spreadsheets are made of: none holds another of its name. */
export type XmlElement = { readonly attributes: string; readonly content: string; readonly from: number; readonly to: number };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

export const decodedXml = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const isNameEnd = (sign: string | undefined): boolean => sign === '>' || sign === '/' || sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t';

const place = (xml: string, text: string, from: number): number => {
  const at = xml.indexOf(text, from);
  if (at < 0) throw new ProblemError(422, 'spreadsheet-invalid');
  return at;
};

/** The elements of a name, in order, in time linear in the text. Refuses text that ends within one. */
export function* elementsOf(xml: string, name: string): Generator<XmlElement> {
  for (let from = xml.indexOf(`<${name}`); from >= 0;) {
    let to = from + name.length + 1;
    if (isNameEnd(xml[to])) {
      const open = place(xml, '>', to);
      const isClosed = xml[open - 1] === '/';
      const close = isClosed ? open + 1 : place(xml, `</${name}>`, open);
      const content = isClosed ? '' : xml.slice(open + 1, close);
      const attributes = xml.slice(to, isClosed ? open - 1 : open);
      to = isClosed ? open + 1 : close + name.length + 3;
      yield { attributes, content, from, to };
    }
    from = xml.indexOf(`<${name}`, to);
  }
}

/** The value of an attribute, or undefined where there is none. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const at = ` ${attributes.replace(/[\n\r\t]/g, ' ')}`.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const begin = at + name.length + 2;
  const end = attributes.indexOf('"', begin);
  return end < 0 ? undefined : decodedXml(attributes.slice(begin, end));
};

/** The text without the elements of a name. */
export const withoutElements = (xml: string, name: string): string => {
  let text = '';
  let at = 0;
  for (const { from, to } of elementsOf(xml, name)) {
    text += xml.slice(at, from);
    at = to;
  }
  return text + xml.slice(at);
};
