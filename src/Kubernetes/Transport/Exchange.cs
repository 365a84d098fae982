namespace Daytwo.Kubernetes.Transport;

/// <summary>What an answer holds on to until it has been read.</summary>
internal sealed class Exchange(HttpResponseMessage answer, Deadline deadline, HttpChannel channel) : IDisposable
{
    private bool _disposed;

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            answer.Dispose();
            deadline.Dispose();
            channel.Release();
        }
    }
}
