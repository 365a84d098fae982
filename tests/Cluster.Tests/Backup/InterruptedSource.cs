using Daytwo.Backup.Sources;

namespace Daytwo.Cluster.Tests.Backup;

/// <summary>A source during whose transfer something happens once, after some bytes.</summary>
internal sealed class InterruptedSource(ISnapshotSource source, long after, Func<Task> happening) : ISnapshotSource
{
    public async ValueTask<SnapshotTransfer> Open(CancellationToken ct) => new Transfer(await source.Open(ct), after, happening);

    private sealed class Transfer(SnapshotTransfer inner, long after, Func<Task> happening) : SnapshotTransfer
    {
        private long passed;
        private bool happened;

        public override SnapshotOrigin Origin => inner.Origin;

        public override long? RemainingBytes => inner.RemainingBytes;

        public override string? StorageVersion => inner.StorageVersion;

        public override long? Revision => inner.Revision;

        public override string? Sha256 => inner.Sha256;

        public override async ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct)
        {
            if (passed >= after && !happened)
            {
                happened = true;
                await happening();
            }

            var piece = await inner.Read(ct);
            passed += piece.Length;
            return piece;
        }

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
