import { packages, type Package } from './workspace.js';

const named = (tags: readonly string[], prefix: string) => tags.filter((tag) => tag.startsWith(prefix));

describe('every package', () => {
  it('carries exactly one type and one scope, so that no rule passes it over', () => {
    const wrong = packages().filter(({ tags }) => named(tags, 'type:').length !== 1 || named(tags, 'scope:').length !== 1);
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(packages().length).toBeGreaterThan(20);
  });

  it('belongs to the scope its folder names', () => {
    const wrong = packages().filter(({ folder, tags }) => {
      const [top, scope] = folder.split('/');
      const expected = top === 'libs' ? scope : top === 'apps' ? 'app' : 'test';
      return !tags.includes(`scope:${expected}`);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('depends on no package that depends on it', () => {
    expect(circles(packages())).toEqual([]);
  });

  it('would be found if it stood in a circle', () => {
    const circle = (name: string, dependency: string): Package => ({ name, folder: name, tags: [], dependencies: [dependency] });
    expect(circles([circle('a', 'b'), circle('b', 'c'), circle('c', 'a')])).toEqual(['a → b → c → a']);
  });
});

const circles = (all: readonly Package[]): string[] => {
  const byName = new Map(all.map((each) => [each.name, each]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' → '));
    else if (!done.has(name)) {
      for (const dependency of byName.get(name)?.dependencies ?? []) if (byName.has(dependency)) visit(dependency, [...path, name]);
      done.add(name);
    }
  };
  for (const { name } of all) visit(name, []);
  return found;
};
