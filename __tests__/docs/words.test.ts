import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../tools/folder";
import { wordsIn } from "../support/words";

/** Who reads these sees what was, what others have written, or this check itself. */
const LEFT_OUT =
  /^(?:CHANGELOG\.md|package-lock\.json|LICENSE|schemas\/|packages\/cdktf-provider-aiven\/(?:src|lib)\/|__tests__\/(?:docs|support)\/words)/;

/** What a user or contributor reads of this repository. */
function files(): { name: string; text: string }[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((name) => /\.(?:ts|md|py|json|yml)$|^help$/.test(name) && !LEFT_OUT.test(name))
    .filter((name) => existsSync(path.join(ROOT, name)))
    .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), "utf8") }));
}

test("nothing that a user or contributor reads needs a glossary", () => {
  const read = files();
  expect(read.length).toBeGreaterThan(300);
  expect(wordsIn(read)).toEqual([]);
});

describe("the check itself", () => {
  const found = (text: string, name = "lib/a.ts") =>
    wordsIn([{ name, text }]).map((each) => each.replace(/^\S+: (.*?) \(.*$/, "$1"));

  test("names the line, and what is said instead", () => {
    expect(wordsIn([{ name: "README.md", text: "# A\n\nBoth halves are judged.\n" }])).toEqual([
      "README.md:3: halves (connection (Aiven's), peering (Azure's), side)",
      "README.md:3: judged (validate)",
    ]);
  });

  test.each([
    ["Azure's half of it", ["half"]],
    ["azureHalfMovedFrom: x", ["azureHalf", "azureHalfMovedFrom"]],
    ["peering.link.state", ["link"]],
    ["const peeredLink = links[0]", ["peeredLink"]],
    ["time_sleep.peering_answer", ["peering_answer"]],
    ["what Aiven answered", ["answered"]],
    ["one file is a maker", ["maker"]],
    ["it is told so", ["told"]],
    ["they cannot be told apart", ["told", "told apart"]],
    ["created anew", ["anew"]],
    ["furnished clouds", ["furnished"]],
    ["it is taken off", ["taken off"]],
    ["put it back", ["put it back"]],
    ["a network that is off", ["network that is off"]],
    ['"a" is one too many', ["is one too many"]],
    ["access: VirtualNetworkAccessSource.CREATE", ["VirtualNetworkAccessSource"]],
  ])("finds %j", (text, words) => {
    expect(found(text)).toEqual(words);
  });

  test.each([
    "half an hour later",
    "an apply that stopped half-way",
    "behalf of the deployer",
    "Azure Private Link",
    "a server answers 404",
    "azurerm_private_dns_zone_virtual_network_link",
    "LinkedAuthorizationFailed",
    "a hyperlink, a symlink",
    "fs.linkSync(a, b)",
    "the blinking cursor",
    "prejudice",
    "marker",
    "renewed",
  ])("lets be what is quoted, or another word: %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("lets a server answer, and a page have links", () => {
    expect(found("the service answers", "lib/probe/script.ts")).toEqual([]);
    expect(found("every link leads to one", "__tests__/docs/links.test.ts")).toEqual([]);
    expect(found("the service answers", "lib/peering/a.ts")).toEqual(["answers"]);
  });
});
