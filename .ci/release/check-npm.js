// Whether npm and its website would take a package: `node check-npm.js <folder of the package> <its tarball>`.
const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const [folder, tarball] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const readme = readFileSync(join(folder, "README.md"), "utf8").replace(/^ *(```|~~~)[^]*?^ *\1/gm, "");

const address = /^https:\/\/\S+$/;
const problems = [
  [/^[a-z0-9][a-z0-9-]{0,213}$/.test(manifest.name), `name: "${manifest.name}" is not allowed`],
  [/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(manifest.version), `version: "${manifest.version}" is no semantic version`],
  [address.test(manifest.repository?.url), `repository.url: "${manifest.repository?.url}" is no https address`],
  [address.test(manifest.homepage), `homepage: "${manifest.homepage}" is no https address`],
  [address.test(manifest.bugs?.url), `bugs.url: "${manifest.bugs?.url}" is no https address`],
  [!manifest.private, "private: npm publishes no private package"],
  [!manifest.scripts, `scripts: ${Object.keys(manifest.scripts ?? {}).join(", ")} would be published`],
  [!manifest.devDependencies, "devDependencies would be published"],
  [!manifest.workspaces, "workspaces would be published"],
  [!/\]\((?!#|https:)/.test(readme), `README.md: ${/\]\((?!#|https:)[^)]*\)/.exec(readme)?.[0]} leads nowhere on npm`],
  // assumed: no limit of npm's is known at which it refuses a package; this is one for people who download it
  [statSync(tarball).size < 20_000_000, `${tarball} has more than 20 MB`],
].flatMap(([holds, problem]) => (holds ? [] : [problem]));

problems.forEach((problem) => console.error(`${manifest.name}: ${problem}`));
process.exitCode = problems.length > 0 ? 1 : 0;
