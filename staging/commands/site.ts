import { InvalidArgumentError, Option } from 'commander';

/** --site, checked to be the address of a site. */
export function siteOption(): Option {
  return new Option('--site <url>', 'address of the site, like https://school.sharepoint.com/sites/parents')
    .argParser(siteUrl)
    .makeOptionMandatory();
}

function siteUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('This should be an address that begins with https://.');
  return text;
}
