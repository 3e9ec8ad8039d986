import { Fragment } from 'react';
import { piecesOf } from './links-in.js';

/** What somebody wrote, with addresses as links: nothing is fetched from there until a reader opens one, and then it learns nothing of this page. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {piecesOf(text).map((piece, at) => (
      <Fragment key={at}>{piece.isLink ? <a href={piece.text} target="_blank" rel="noreferrer noopener nofollow">{piece.text}</a> : piece.text}</Fragment>
    ))}
  </>
);
