using System.Runtime.InteropServices;

namespace Daytwo.Runtime.Hosting;

/// <summary>SIGTERM and SIGINT as a token: the first asks for an orderly end; a second SIGINT ends the process as usual.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = context.Signal == PosixSignal.SIGTERM || !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
