// Where other status pages have it: whoever moves here loses no subscriber.
export { GET } from './feed.xml.ts';
