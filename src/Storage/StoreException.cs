namespace Daytwo.Storage;

/// <summary>The one exception of this layer. Its text names address, object and remedy, and never holds a secret.</summary>
public sealed class StoreException : IOException
{
    public StoreException(StoreFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    public StoreFailure Failure { get; }

    /// <summary>True when the same request may succeed later without anybody changing anything.</summary>
    public bool IsTransient => Failure is StoreFailure.Unreachable or StoreFailure.Timeout or StoreFailure.Throttled or StoreFailure.Unavailable;
}
