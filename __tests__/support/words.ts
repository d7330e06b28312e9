// The words of Azure, Aiven and Terraform, and no others: what a reader would need a glossary for is listed here, with what is said instead.

interface Word {
  /** What it is found by; each match is one that is reported. */
  readonly pattern: RegExp;
  readonly instead: string;
}

const WORDS: readonly Word[] = [
  {
    pattern: /\b(?:half|halves)\b(?! an hour| a (?:minute|second|day|year)|[- ]way)/i,
    instead: "connection (Aiven's), peering (Azure's), side",
  },
  {
    pattern: /\w*[a-z]Hal(?:f|ves)(?![a-z])|\bhal(?:f|ves)[A-Z]\w*|\bHal(?:f|ves)[A-Z]\w*/,
    instead: "azurePeering, connection",
  },
  {
    pattern: /\blinks?\b|\blinks?[A-Z]\w*|\bLinks?[A-Z]\w*|\w*[a-z]Links?(?![a-z])|\w*_links?(?![a-z])|\blinked\b/i,
    instead: "peered virtual network",
  },
  {
    pattern: /\banswer(?:s|ed|ing)?\b|\w*[a-z]Answer(?![a-z])|\w*_answer(?![a-z])/i,
    instead: "state info, what Aiven says; returns",
  },
  { pattern: /\bmakers?\b/i, instead: "the file of the provider; factory method" },
  { pattern: /\bjudg(?:es?|ed|ing)\b/i, instead: "validate" },
  { pattern: /\btold\b/i, instead: "given, said" },
  { pattern: /\banew\b/i, instead: "again" },
  { pattern: /\bfurnish\w*/i, instead: "seed" },
  { pattern: /\b(?:told|keeps?|kept) (?:\w+ ){0,3}apart\b|\btellApart\b/i, instead: "distinguishes" },
  { pattern: /\bat home\b/i, instead: "in its own stack, tenant or folder" },
  {
    pattern: /\b(?:taken?|takes|taking) (?:\w+ ){0,3}off\b|\bput (?:\w+ )?back\b|\boff and on\b|\bon and off\b/i,
    instead: "disconnected, connected again",
  },
  { pattern: /\b(?:peering|network|side)s? (?:that )?(?:is|are) (?:off|on)\b/i, instead: "disconnected, connected" },
  { pattern: /\bis one too many\b/i, instead: "exceeds the limit" },
  { pattern: /\bnames another role so\b/i, instead: "already uses this name" },
  { pattern: /\ba fault of this command\b/i, instead: "internal error" },
  { pattern: /\bmind the warnings\b/i, instead: "completed with warnings" },
  { pattern: /\bwhoever deploys belongs\b/i, instead: "include the deployer" },
  { pattern: /\bonly an apply can tell\b/i, instead: "known after apply" },
  { pattern: /\bwhat does this message want\b/i, instead: "Troubleshooting" },
  {
    pattern:
      /\b(?:azureHalf\w*|AzureHalf\w*|I?VirtualNetworkLink\w*|VirtualNetworkAccessSource|grantResourceProviderRead|resourceProviderRole(?:DefinitionId|Names)|fromWindowsResource|virtualNetworkPeeringId)\b/,
    instead: "the options and names of today's API",
  },
];

/** Where such a word is quoted from a cloud or a standard, or means what it means everywhere. */
const EXCEPTIONS: readonly { readonly file: RegExp; readonly text: RegExp }[] = [
  // Azure Private Link, the links of private DNS zones, and Azure's error codes.
  { file: /./, text: /\bprivate[- _]?link\w*|\w*private_dns_zone_virtual_network_link\w*|\bLinked[A-Z]\w*/gi },
  // Hyperlinks, links of a file system, and the next page of an API.
  {
    file: /./,
    text: /\b(?:hyper|sym|hard |symbolic )links?\b|\b(?:un|read|sym)?linkSync\b|\bunlink\b|\bmarkdown[- ]links?\b|\bnextLink\b/gi,
  },
  {
    file: /^__tests__\/(?:docs|support|release)\/|^tools\/(?:api-pages|cdktn|consumer|published)|^\.(?:ci\/release|github\/ISSUE_TEMPLATE)\/|^scripts\/(?:api-reference|test-cdktn)|^bench\/workshop|azapi\/errors/,
    text: /\w*links?\w*/gi,
  },
  // ARM's check of a linked scope, link-local addresses, pip's option, Markdown's links, what npm or a server links to.
  {
    file: /^packages\/|^docs\/cdk-terrain|^examples\/python|^CONTRIBUTING/,
    text: /\blinked\b|\blink-local\b|--find-links|\blinks? (?:checked|to\b)|\bMarkdown's links\b|\bLinks of the rows\b|\blink\?: boolean|\{ link \}|\blink !== true|\.link\b/gi,
  },
  // A server answers a client: a probed service, a cloud over HTTP, Terraform's plugin protocol.
  {
    file: /^lib\/probe\/|probe|is-it-private|private-service|examples\/(?:kafka|postgresql)\.test|^packages\/simulated-clouds\/|^packages\/aiven-azure-peering\/.*clouds/,
    text: /\w*answer\w*/gi,
  },
  { file: /./, text: /\banswer(?:s|ed)? (?:is |was )?(?:with |by )?[`"]?[45]\d\d\b/gi },
];

/** Every such word in files, as `file:line: word (what is said instead)`. */
export function wordsIn(files: readonly { readonly name: string; readonly text: string }[]): string[] {
  return files.flatMap(({ name, text }) => {
    const quoted = EXCEPTIONS.filter(({ file }) => file.test(name));
    return text.split(/\r?\n/).flatMap((line, index) => {
      const own = quoted.reduce((rest, exception) => rest.replace(exception.text, ""), line);
      return WORDS.flatMap(({ pattern, instead }) => {
        const [word] = pattern.exec(own) ?? [];
        return word === undefined ? [] : [`${name}:${index + 1}: ${word} (${instead})`];
      });
    });
  });
}
