import { existsSync } from "node:fs";
import { join } from "node:path";
import { OF_CDKTF, OF_LISTING } from "../../../tools/cdktn/tests";
import { ROOT } from "../../../tools/folder";

test("every test that is left out on CDK Terrain, or runs with azurerm 4's defaults, stands where it is said to", () => {
  const named = [...OF_CDKTF, ...OF_LISTING];
  expect(named.filter((test) => !existsSync(join(ROOT, `${test}.test.ts`)))).toEqual([]);
  expect(named.filter((test, index) => named.indexOf(test) !== index)).toEqual([]);
});
