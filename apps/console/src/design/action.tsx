import { Button, type ButtonProps } from 'antd';
import { useId } from 'react';
import { Spoken } from './spoken.js';
import './action.css';

/** A button that, where the action would be refused, stays shut and says why. */
export const Action = ({ why, children, ...button }: ButtonProps & { why: string | undefined }) => {
  const id = useId();
  return (
    <span className="action">
      <Button {...button} disabled={why !== undefined} aria-describedby={why === undefined ? undefined : id}>{children}</Button>
      {why !== undefined && <span id={id} className="why"><Spoken sentence={why} /></span>}
    </span>
  );
};
