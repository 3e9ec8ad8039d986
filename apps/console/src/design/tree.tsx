import { createContext, useContext, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './tree.css';

const itemsOf = (tree: HTMLElement): HTMLElement[] => [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];

/** Exactly one item takes part in the tab order: the one that had the focus last. */
const settle = (tree: HTMLElement, active?: HTMLElement) => {
  const items = itemsOf(tree);
  const one = active ?? items.find((item) => item.tabIndex === 0) ?? items[0];
  for (const item of items) item.tabIndex = item === one ? 0 : -1;
};

const toggle = (item: HTMLElement) => item.querySelector<HTMLElement>('.tree-toggle')?.click();
const parentOf = (item: HTMLElement) =>
  item.closest('ul[role="group"]')?.parentElement?.querySelector<HTMLElement>(':scope > [role="treeitem"]') ?? undefined;
const firstChildOf = (item: HTMLElement) => item.parentElement?.querySelector<HTMLElement>(':scope > ul [role="treeitem"]') ?? undefined;

/** Right opens, then goes in; left closes, then goes out. */
const across = (item: HTMLElement, inward: boolean): HTMLElement | undefined => {
  const open = item.getAttribute('aria-expanded');
  if (inward) {
    if (open === 'false') toggle(item);
    return open === 'true' ? firstChildOf(item) : undefined;
  }
  if (open !== 'true') return parentOf(item);
  toggle(item);
  return undefined;
};

const targetOf = (key: string, tree: HTMLElement, item: HTMLElement): HTMLElement | undefined => {
  const items = itemsOf(tree);
  switch (key) {
    case 'ArrowDown': return items[items.indexOf(item) + 1];
    case 'ArrowUp': return items[items.indexOf(item) - 1];
    case 'Home': return items[0];
    case 'End': return items.at(-1);
    default: return across(item, key === 'ArrowRight');
  }
};

const steering = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** A tree to walk with the arrow keys; Enter follows an item's link. Children are made when an item is opened. */
export const Tree = ({ label, children }: { label: string; children: ReactNode }) => {
  const tree = useRef<HTMLUListElement>(null);
  useEffect(() => { if (tree.current) settle(tree.current); });
  const onKeyDown = (event: KeyboardEvent) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[role="treeitem"]');
    if (!item || !tree.current) return;
    if (event.key === 'Enter' && event.target === item) item.querySelector<HTMLElement>('a, button')?.click();
    if (!steering.includes(event.key)) return;
    event.preventDefault();
    targetOf(event.key, tree.current, item)?.focus();
  };
  return (
    <ul ref={tree} className="tree" role="tree" aria-label={label} onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => settle(currentTarget, target.closest<HTMLElement>('[role="treeitem"]') ?? undefined)}>
      {children}
    </ul>
  );
};

const LevelContext = createContext(1);

/** What stands in a tree in place of items: that they are on their way, or why they are not there. */
export const TreeNote = ({ children }: { children: ReactNode }) => (
  <li role="none"><div role="treeitem" className="tree-row" tabIndex={-1} aria-level={useContext(LevelContext)}><div className="tree-label">{children}</div></div></li>
);

/** One item; with `children` it can be opened, and they are called for when it is. */
export const TreeItem = ({ label, children, open = false }: {
  label: ReactNode;
  children?: (() => ReactNode) | undefined;
  open?: boolean;
}) => {
  const level = useContext(LevelContext);
  const [isOpen, setOpen] = useState(open);
  return (
    <li role="none">
      <div role="treeitem" className="tree-row" tabIndex={-1} aria-level={level} aria-expanded={children ? isOpen : undefined}>
        {children
          ? (
            <span className="tree-toggle" aria-hidden="true" onClick={() => setOpen(!isOpen)}>
              <svg width="10" height="10" viewBox="0 0 10 10"><path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" /></svg>
            </span>
          )
          : <span className="tree-toggle" aria-hidden="true">·</span>}
        <div className="tree-label">{label}</div>
      </div>
      {children && isOpen && <LevelContext.Provider value={level + 1}><ul role="group">{children()}</ul></LevelContext.Provider>}
    </li>
  );
};
