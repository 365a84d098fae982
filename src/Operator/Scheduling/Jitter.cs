using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Daytwo.Operator.Scheduling;

/// <summary>
/// How much later than scheduled a run starts, so that many objects on one schedule do not start together. The same object and
/// scheduled time always give the same delay, so every replica and every restart agrees.
/// </summary>
internal static class Jitter
{
    /// <param name="spread">Delays are from zero up to, not including, this; whole seconds.</param>
    public static TimeSpan Of(string uid, DateTimeOffset scheduledFor, TimeSpan spread)
    {
        var seconds = (long)spread.TotalSeconds;
        if (seconds <= 0)
        {
            return TimeSpan.Zero;
        }

        var input = new byte[Encoding.UTF8.GetByteCount(uid) + sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(input, scheduledFor.ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(uid, input.AsSpan(sizeof(long)));
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(input));
        return TimeSpan.FromSeconds((long)(hash % (ulong)seconds));
    }
}
