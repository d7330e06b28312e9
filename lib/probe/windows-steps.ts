/**
 * The steps of the script for Windows, one function each, which `WINDOWS_PROBE_SCRIPT` calls in turn: each ends the attempt by `Stop-Step`
 * where it fails, in the words of the script for Linux.
 */
export const WINDOWS_STEPS = String.raw`function Stop-Step([string] $step, [string] $message) {
    $failure = [System.Exception]::new($message)
    $failure.Data['step'] = $step
    throw $failure
}

function Get-Cause($record) {
    # PowerShell wraps what .NET throws, and a task wraps it once more.
    $record.Exception.GetBaseException()
}

function Get-Reason($record) {
    $cause = Get-Cause $record
    # The name of a socket's error is the same in every language that Windows speaks.
    if ($cause -is [System.Net.Sockets.SocketException]) { return $cause.SocketErrorCode.ToString() }
    $text = $cause.Message.Trim()
    if ($text -eq '') { $text = $cause.GetType().Name }
    $text.Substring(0, [Math]::Min(200, $text.Length))
}

function Test-SocketError($record, [System.Net.Sockets.SocketError] $expected) {
    $cause = Get-Cause $record
    ($cause -is [System.Net.Sockets.SocketException]) -and ($cause.SocketErrorCode -eq $expected)
}

function Resolve-Service {
    try {
        $answers = @([System.Net.Dns]::GetHostAddresses($PROBE_HOST))
        if ($answers.Count -eq 0) { throw 'no address' }
    }
    catch {
        Stop-Step 'resolve' ('{0} does not resolve ({1}): the host name is wrong, the service is not there yet, or the virtual network''s own DNS servers answer no public names' -f $PROBE_HOST, (Get-Reason $_))
    }
    $answers | ForEach-Object { $_.ToString().Split('%')[0] } | Sort-Object -Unique
}

function ConvertTo-Number([System.Net.IPAddress] $address) {
    $bytes = $address.GetAddressBytes()
    16777216.0 * $bytes[0] + 65536.0 * $bytes[1] + 256.0 * $bytes[2] + $bytes[3]
}

function Test-InRange([string] $address) {
    $parsed = [System.Net.IPAddress]::Parse($address)
    if ($parsed.AddressFamily -ne [System.Net.Sockets.AddressFamily]::InterNetwork) { return $false }
    $base, $prefix = $PROBE_NETWORK_CIDR.Split('/')
    $size = [Math]::Pow(2, 32 - [int] $prefix)
    [Math]::Floor((ConvertTo-Number $parsed) / $size) -eq [Math]::Floor((ConvertTo-Number ([System.Net.IPAddress]::Parse($base))) / $size)
}

function Assert-Private([string[]] $addresses) {
    $outside = @($addresses | Where-Object { -not (Test-InRange $_) })
    if ($outside.Count -gt 0) {
        Stop-Step 'range' ('{0} resolves to {1}, outside {2}: the service does not live in the peered Aiven VPC, or that is not the VPC''s range, or it is still moving there; check projectVpcId of the service and networkCidr of the probe' -f $PROBE_HOST, (($outside | Select-Object -First 4) -join ', '), $PROBE_NETWORK_CIDR)
    }
}

function Stop-Route([string] $at, [string] $reason) {
    Stop-Step 'route' ('{0} does not answer ({1}): the peering is not ACTIVE yet or not Connected, this machine is in a network that is not peered, or an outbound rule, a route or a firewall drops the traffic' -f $at, $reason)
}

function Connect-Service([string] $address) {
    $at = '{0} port {1}' -f $address, $PROBE_PORT
    $target = [System.Net.IPAddress]::Parse($address)
    $client = [System.Net.Sockets.TcpClient]::new($target.AddressFamily)
    $connected = $false
    try {
        $connected = $client.ConnectAsync($target, $PROBE_PORT).Wait(1000 * $Patience)
    }
    catch {
        $client.Close()
        if (Test-SocketError $_ 'ConnectionRefused') {
            Stop-Step 'port' ('{0} refuses the connection, so the network path is there: the service''s IP filter does not hold this machine''s address, the port is wrong, or the service is powered off' -f $at)
        }
        Stop-Route $at (Get-Reason $_)
    }
    if (-not $connected) {
        $client.Close()
        Stop-Route $at 'timed out'
    }
    $client.SendTimeout = 1000 * $Patience
    $client.ReceiveTimeout = 1000 * $Patience
    $client
}

# https://www.postgresql.org/docs/current/protocol-message-formats.html: SSLRequest, answered by S or N.
function Request-Tls([System.IO.Stream] $stream, [string] $address) {
    $at = '{0} port {1}' -f $address, $PROBE_PORT
    $reply = -1
    $because = ''
    try {
        $request = [byte[]] (0, 0, 0, 8, 4, 210, 22, 47)
        $stream.Write($request, 0, $request.Length)
        $reply = $stream.ReadByte()
    }
    catch {
        if (Test-SocketError $_ 'TimedOut') {
            Stop-Step 'postgresql' ('{0} accepts the connection and stays silent: a firewall or proxy answers in the service''s place, or it is no PostgreSQL: check port and protocol' -f $at)
        }
        $because = ' ({0})' -f (Get-Reason $_)
    }
    if ($reply -eq [int] [char] 'N') {
        Stop-Step 'postgresql' ('{0} speaks PostgreSQL without TLS, which no Aiven service does: check host and port' -f $at)
    }
    if ($reply -eq -1) {
        Stop-Step 'postgresql' ('{0} accepts the connection and closes it{1}: a firewall or proxy answers in the service''s place, or it is no PostgreSQL: check port and protocol' -f $at, $because)
    }
    if ($reply -ne [int] [char] 'S') {
        Stop-Step 'postgresql' ('{0} answers, but not as PostgreSQL does: check port and protocol' -f $at)
    }
}

function Invoke-Handshake([System.IO.Stream] $stream, [string] $address) {
    # Private or not is the question here; who the service is, its clients validate, by the project's certificate authority.
    $anybody = [System.Net.Security.RemoteCertificateValidationCallback] { $true }
    # Called with the server's certificate when the server has spoken TLS and wants a client's, as Kafka's do; there is none to send.
    $script:asked = $false
    $nobody = [System.Net.Security.LocalCertificateSelectionCallback] {
        param($source, $target, $own, $servers, $issuers)
        if ($null -ne $servers) { $script:asked = $true }
        $null
    }
    # The latest that .NET Framework knows on every Windows that Azure runs commands on.
    $protocol = [System.Security.Authentication.SslProtocols]::Tls12
    $none = [System.Security.Cryptography.X509Certificates.X509CertificateCollection]::new()
    $secured = [System.Net.Security.SslStream]::new($stream, $true, $anybody, $nobody)
    try {
        $secured.AuthenticateAsClient($PROBE_HOST, $none, $protocol, $false)
    }
    catch {
        # Sent away for want of a client's certificate.
        if (-not $script:asked) {
            $hint = ''
            if ($PROBE_PROTOCOL -ne 'postgresql') { $hint = ', or the service does not begin with TLS: check port and protocol' }
            Stop-Step 'tls' ('the TLS handshake with {0} port {1} fails ({2}): a firewall or proxy on the way breaks or inspects TLS{3}' -f $address, $PROBE_PORT, (Get-Reason $_), $hint)
        }
    }
    finally {
        $secured.Dispose()
    }
    'TLSv1.2'
}
`;
