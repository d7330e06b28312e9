import { WINDOWS_PROBE_SCRIPT } from "../../../lib/probe/windows-script";
import { testNeeding } from "../../../tools/needing";
import { describeProbe } from "../support/probed-machine";

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
