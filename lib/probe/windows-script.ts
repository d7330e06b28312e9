import { WINDOWS_STEPS } from "./windows-steps";

/**
 * The script that a Windows machine runs: step by step what `PROBE_SCRIPT` does on Linux, in PowerShell 5.1 because every Windows machine
 * in Azure has that, with .NET Framework 4.6.2 as Windows Server 2016 has it. Azure hands the command's parameters to it as arguments
 * (https://learn.microsoft.com/azure/virtual-machines/windows/run-command-managed): no value ever becomes part of a program.
 * assumed: that Azure runs the file in a process of its own, and takes that process's streams and exit status, as on Linux. It must be
 * ASCII, as PowerShell 5.1 reads a file without a byte order mark in the machine's own code page, and must hold no `${` or `%{`, which
 * Terraform would take for its own.
 */
export const WINDOWS_PROBE_SCRIPT = String.raw`# Says whether a service is reached privately from this machine: prints one object in JSON, and why it failed to stderr.
param(
    [string] $PROBE_HOST,
    [int] $PROBE_PORT,
    [string] $PROBE_PROTOCOL,
    [string] $PROBE_NETWORK_CIDR,
    [int] $PROBE_MAXIMUM_WAIT_SECONDS,
    [string] $PROBE_FAIL
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Clock = [System.Diagnostics.Stopwatch]::StartNew()
$Retry = 10  # seconds between two attempts
$Patience = 5  # seconds for one answer from the network
# Seconds for what does not depend on the peering to settle: a new name to spread, a service to start, a filter to change.
$Settling = 180

# The exit code of each step, so that the step is known even where nothing but the code is shown.
$Steps = @{ resolve = 10; range = 11; route = 12; port = 13; postgresql = 14; tls = 15 }

${WINDOWS_STEPS}
function Invoke-Attempt {
    $addresses = @(Resolve-Service)
    Assert-Private $addresses
    # A client uses one address; the first one decides here, so that a later one cannot hide what is wrong with it.
    $client = Connect-Service $addresses[0]
    try {
        $stream = $client.GetStream()
        $as = ''
        if ($PROBE_PROTOCOL -eq 'postgresql') {
            Request-Tls $stream $addresses[0]
            $as = ' as PostgreSQL'
        }
        $version = Invoke-Handshake $stream $addresses[0]
    }
    finally {
        $client.Close()
    }
    '{0} is private: {1}, in {2}, answers{3} over {4}' -f $PROBE_HOST, (($addresses | Select-Object -First 4) -join ', '), $PROBE_NETWORK_CIDR, $as, $version
}

function Write-Report([bool] $passed, [string] $step, [string] $message) {
    $waited = [int] [Math]::Floor($Clock.Elapsed.TotalSeconds)
    $message = '{0}; waited {1} s of at most {2} s' -f $message, $waited, $PROBE_MAXIMUM_WAIT_SECONDS
    $json = [ordered] @{ passed = $passed; step = $step; message = $message; waitedSeconds = $waited } | ConvertTo-Json -Compress
    # ASCII alone, as nobody knows in which code page the machine prints; and to the console itself, where PowerShell breaks no lines.
    [Console]::Out.Write([regex]::Replace($json, '[^ -~]', { param($match) '\' + ('u{0:x4}' -f [int] [char] $match.Value) }))
    if ($passed -or ($PROBE_FAIL -ne 'true')) { return 0 }
    [Console]::Error.WriteLine($message)
    $Steps[$step]
}

$failing = ''
$since = 0.0
while ($true) {
    $failure = $null
    try {
        $found = Invoke-Attempt
    }
    catch {
        $failure = $_.Exception
    }
    if ($null -eq $failure) {
        $code = Write-Report $true 'tls' $found
        break
    }
    $step = $failure.Data['step']
    if ($null -eq $step) { throw $failure }
    $now = $Clock.Elapsed.TotalSeconds
    if ($step -ne $failing) {
        $failing = $step
        $since = $now
    }
    # Only the route depends on the peering, for which Aiven takes up to a quarter of an hour.
    $end = $PROBE_MAXIMUM_WAIT_SECONDS
    if ($failing -ne 'route') { $end = [Math]::Min($end, $since + $Settling) }
    if ($now + $Retry -gt $end) {
        $code = Write-Report $false $failing $failure.Message
        break
    }
    Start-Sleep -Seconds $Retry
}
exit $code
`;
