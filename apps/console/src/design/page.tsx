import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { textsOf } from '../language/language.js';

const useTexts = textsOf('page', { product: '责任', crumbs: '所在位置' }, { product: 'Zeren', crumbs: 'Where you are' });

export type Crumb = { readonly to: string; readonly name: string };

/** A page: its title (which takes the focus when it opens), where it stands, what can be done, and its content. */
export const PageFrame = ({ title, crumbs = [], lead, aside, children }: {
  title: string;
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) => {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const product = t('product');
  useEffect(() => { document.title = `${title} · ${product}`; }, [title, product]);
  useEffect(() => { heading.current?.focus({ preventScroll: true }); }, []);
  return (
    <div className="page">
      <header className="page-head">
        {crumbs.length > 0 && (
          <nav aria-label={t('crumbs')}>
            <ol className="plain crumbs">{crumbs.map(({ to, name }) => <li key={to}><Link to={to}>{name}</Link></li>)}</ol>
          </nav>
        )}
        <div className="apart">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {aside}
        </div>
        {lead && <div className="soft">{lead}</div>}
      </header>
      {children}
    </div>
  );
};
