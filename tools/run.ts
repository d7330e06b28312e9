import { execFile } from "node:child_process";

/**
 * Runs a program as a user's shell would, and returns its output; fails with all of it. The event loop stays free, because
 * Terraform is served by providers in this very process.
 *
 * @param added - variables on top of the environment's
 */
export function run(
  file: string,
  args: readonly string[],
  cwd: string,
  added: Readonly<Record<string, string>> = {},
): Promise<string> {
  // npm tells its scripts about the project they belong to, which is not the one meant here.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name));
  const env = { ...Object.fromEntries(inherited), ...added };
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${[file, ...args].join(" ")} in ${cwd}: ${error.message}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
