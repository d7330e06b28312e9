import { basename } from "node:path";
import { testNeeding } from "../../tools/needing";

globalThis.test = testNeeding("terraform", basename(expect.getState().testPath ?? "a test"));
