import { basename } from "node:path";
import { testNeeding } from "./needing";

globalThis.test = testNeeding("terraform", basename(expect.getState().testPath ?? "a test"));
