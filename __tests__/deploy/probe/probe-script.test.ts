import { PROBE_SCRIPT } from "../../../lib/probe/script";
import { WINDOWS_PROBE_SCRIPT } from "../../../lib/probe/windows-script";
import { testNeeding } from "../../../tools/needing";
import { describeProbe } from "../support/probed-machine";

describe("on Linux", () => {
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
});

describe("on Windows", () => {
  // As Azure's agent does on Windows: PowerShell is given the file, and the parameters as arguments. PowerShell 7 stands in for 5.1.
  describeProbe({
    test: testNeeding("pwsh", "what the probe's script for Windows does"),
    script: WINDOWS_PROBE_SCRIPT,
    fileName: "script.ps1",
    command: (file, parameters) => [
      "pwsh",
      [
        ...["-NoProfile", "-NonInteractive", "-File", file],
        ...Object.entries(parameters).flatMap(([name, value]) => [`-${name}`, value]),
      ],
    ],
    environment: () => ({ POWERSHELL_TELEMETRY_OPTOUT: "1" }),
    latestTls: "TLSv1.2",
  });

  // Also where there is no PowerShell: in strict mode the script ends at a variable that nothing has set.
  test("the script reads no variable that it does not set", () => {
    const namesIn = (text: string) => [...text.matchAll(/\$(?:script:)?(\w+)/g)].map(([, name = ""]) => name);
    const set = [
      ...WINDOWS_PROBE_SCRIPT.matchAll(/(?:\$\w+, )?\$(?:script:)?\w+ =/g), // assigned, alone or as one of two
      ...WINDOWS_PROBE_SCRIPT.matchAll(/\] \$\w+/g), // a parameter with a type
      ...WINDOWS_PROBE_SCRIPT.matchAll(/(?:function [\w-]+|param)\(\$.*\)/g), // parameters without
    ].flatMap(([text]) => namesIn(text));
    const unset = namesIn(WINDOWS_PROBE_SCRIPT).filter(
      (name) => ![...set, "_", "null", "true", "false"].includes(name),
    );
    expect(unset).toEqual([]);
  });
});
