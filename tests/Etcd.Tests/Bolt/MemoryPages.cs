using Daytwo.Etcd.Bolt;

namespace Daytwo.Etcd.Tests.Bolt;

internal sealed class MemoryPages(byte[] bytes) : IPageSource
{
    public long Length => bytes.Length;

    public void Read(long offset, Span<byte> into) => bytes.AsSpan(checked((int)offset), into.Length).CopyTo(into);
}
