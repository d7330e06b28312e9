import { PROBE_SCRIPT } from "../../../lib/probe/script";
import { testNeeding } from "../../../tools/needing";
import { describeProbe } from "../support/probed-machine";

// As Azure's agent does on Linux: bash starts the file, the parameters are in its environment.
describeProbe({
  test: testNeeding("python3", "what the probe's script does"),
  script: PROBE_SCRIPT,
  fileName: "script.sh",
  command: (file) => ["/bin/bash", ["-c", file]],
  environment: (parameters) => parameters,
});

test("the script has nothing that Terraform would take for a template, and fits where Azure keeps it", () => {
  expect(PROBE_SCRIPT).not.toMatch(/[$%]\{/);
  expect(Buffer.byteLength(PROBE_SCRIPT)).toBeLessThan(16_384);
  expect(PROBE_SCRIPT.startsWith("#!/usr/bin/env python3\n")).toBe(true);
});
