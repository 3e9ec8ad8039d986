const kept = 'zeren.acting-post';

/** The post in which the reader acts by delegation; undefined in the reader's own. */
export const actingPost = (): string | undefined => sessionStorage.getItem(kept) ?? undefined;

/** The header that says so, where there is something to say. */
export const actingHeader = (): Readonly<Record<string, string>> => {
  const post = actingPost();
  return post === undefined ? {} : { 'zeren-acting-post': post };
};

/** Acts in a post from now on, or in the reader's own again; the console begins anew, since what the reader may do is another thing. */
export const actIn = (postId: string | undefined): void => {
  if (postId === undefined) sessionStorage.removeItem(kept);
  else sessionStorage.setItem(kept, postId);
  location.assign('/');
};
