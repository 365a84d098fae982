namespace Daytwo.Etcd.Bolt;

/// <summary>Random access to the bytes of a database: a file, or whatever can answer for one, such as an encrypted spool.</summary>
public interface IPageSource
{
    /// <summary>Bytes there are; must not change while it is read.</summary>
    long Length { get; }

    /// <summary>Fills the whole span with the bytes from <paramref name="offset"/> on; never asked beyond <see cref="Length"/>.</summary>
    /// <exception cref="IOException">The bytes cannot be had.</exception>
    void Read(long offset, Span<byte> into);
}
