namespace Daytwo.Kubernetes.Credentials;

/// <summary>A credential that somebody else renews in place: read again every ten seconds of use, and at once after a refusal.</summary>
public abstract class RereadCredential(TimeProvider time) : ICredentialSource
{
    private readonly Lock _lock = new();
    private readonly RereadClock _clock = new(time);
    private Credential? _current;

    public ValueTask<Credential> Get(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_current is null || _clock.IsDue)
            {
                _current = Read(_current);
                _clock.HaveRead();
            }

            return ValueTask.FromResult(_current);
        }
    }

    public void Reject(Credential refused)
    {
        lock (_lock)
        {
            _clock.MakeDue();
        }
    }

    /// <summary>Reads it now.</summary>
    /// <param name="last">What was read before, to be kept while there is nothing better.</param>
    protected abstract Credential Read(Credential? last);
}
