import { XMLBuilder } from 'fast-xml-parser';

/** The forms in which GeoReport v2 answers. */
export type GeoReportFormat = 'xml' | 'json';

/** One element of an answer, or text; null is an element without content. */
export type Element = string | number | boolean | null | readonly Element[] | { readonly [name: string]: Element };

/** A whole answer: in XML a root around elements of one name, in JSON the list of them, or the one object it is. */
export type GeoReport =
  | { readonly root: string; readonly each: string; readonly items: readonly Element[] }
  | { readonly root: string; readonly content: { readonly [name: string]: Element } };

const builder = new XMLBuilder({ format: false, ignoreAttributes: true, suppressEmptyNode: true });

/** What XML 1.0 cannot hold, whatever it is escaped as. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const textOf = (element: Element): Element => {
  if (typeof element === 'string') return element.replace(unwritable, '');
  if (element === null) return '';
  if (typeof element !== 'object') return element;
  if (Array.isArray(element)) return (element as readonly Element[]).map(textOf);
  return Object.fromEntries(Object.entries(element).map(([name, inner]) => [name, textOf(inner)]));
};

/** Lists within an object are elements of one name in an element of the plural: `<values><value/>…</values>`. */
const nested = (element: Element): Element => {
  if (typeof element !== 'object' || element === null) return element;
  if (Array.isArray(element)) return (element as readonly Element[]).map(nested);
  return Object.fromEntries(Object.entries(element).map(([name, inner]) =>
    [name, Array.isArray(inner) ? { [singularOf(name)]: (inner as readonly Element[]).map(nested) } : nested(inner)]));
};

const singularOf = (plural: string): string => plural.replace(/s$/, '');

const xmlOf = (report: GeoReport): string => {
  const content = 'items' in report ? { [report.each]: report.items.map(nested) } : nested(report.content);
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [report.root]: textOf(content) }) as string}`;
};

/** The text of an answer. Whatever people wrote stands in it as text. */
export const formatted = (report: GeoReport, format: GeoReportFormat): string =>
  (format === 'xml' ? xmlOf(report) : JSON.stringify('items' in report ? report.items : report.content));

export const contentTypeOf = (format: GeoReportFormat): string => (format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8');

/** The form that a path asks for by its ending; undefined where it asks for none of the two. */
export const formatOf = (path: string): GeoReportFormat | undefined => {
  const ending = /\.(xml|json)$/.exec(path.split('?', 1)[0] ?? '')?.[1];
  return ending as GeoReportFormat | undefined;
};
