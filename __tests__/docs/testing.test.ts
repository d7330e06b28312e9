import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../tools/folder";
import { exportsOf } from "../support/run-snippet";

// The page's snippet is a test file: its tests run here.
exportsOf(readFileSync(path.join(ROOT, "docs/testing.md"), "utf8"));
