import NextLink, { type LinkProps } from 'next/link';

/**
 * A link to another page of the site. Nothing is fetched before it is followed: every page depends on who asks and when, so
 * fetching in advance what each visible link leads to would make the server answer twenty times for one page read.
 */
export function Link<Address>(props: LinkProps<Address>) {
  return <NextLink prefetch={false} {...props} />;
}
