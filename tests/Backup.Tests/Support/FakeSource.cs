using System.Security.Cryptography;
using Daytwo.Backup.Sources;

namespace Daytwo.Backup.Tests.Support;

/// <summary>Bytes shaped like a snapshot: whole sectors and the SHA-256 of them.</summary>
/// <param name="fault">Asked before each piece with the number of bytes sent so far.</param>
internal sealed class FakeSource(byte[] bytes, Action<long>? fault = null) : ISnapshotSource
{
    public static FakeSource Of(int sectors, int seed = 1, Action<long>? fault = null) => new(Snapshot(sectors, seed), fault);

    public byte[] Bytes => bytes;

    public int Opened { get; private set; }

    /// <summary>Half of each sector compresses, half does not.</summary>
    public static byte[] Snapshot(int sectors, int seed = 1)
    {
        var content = new byte[sectors * 512];
        var random = new Random(seed);
        for (var i = 0; i < sectors; i++)
        {
            random.NextBytes(content.AsSpan(i * 512, 256));
        }

        return [.. content, .. SHA256.HashData(content)];
    }

    public ValueTask<SnapshotTransfer> Open(CancellationToken ct)
    {
        Opened++;
        return ValueTask.FromResult<SnapshotTransfer>(new Transfer(bytes, fault));
    }

    private sealed class Transfer(byte[] bytes, Action<long>? fault) : SnapshotTransfer
    {
        private const int PieceSize = 32 * 1024;
        private int position;

        public override SnapshotOrigin Origin { get; } = new("cafe", "beef", "etcd-0", "https://127.0.0.1:2379", "3.6.16");

        public override long? RemainingBytes => bytes.Length - position;

        public override string? StorageVersion => "3.6.0";

        public override long? Revision => position == bytes.Length ? 42 : null;

        public override string? Sha256 => position == bytes.Length ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

        public override ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            fault?.Invoke(position);
            var piece = bytes.AsMemory(position, Math.Min(PieceSize, bytes.Length - position));
            position += piece.Length;
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(piece);
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
