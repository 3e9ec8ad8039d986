import { useSearchParams } from 'react-router-dom';

/** Keeps a value under a name; with none, or an empty one, the name is let go. */
export type Choose = (name: string, value: string | undefined) => void;

/** What a page is cut by, kept in its address, so that a link shows the same. */
export const useChosen = () => {
  const [params, setParams] = useSearchParams();
  const choose: Choose = (name, value) => setParams((before) => {
    if (value) before.set(name, value);
    else before.delete(name);
    return before;
  }, { replace: true });
  return { params, setParams, choose };
};
