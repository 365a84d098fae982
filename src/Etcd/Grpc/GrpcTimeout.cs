using System.Globalization;

namespace Daytwo.Etcd.Grpc;

/// <summary>The <c>grpc-timeout</c> header: at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const long MostDigits = 99_999_999;

    /// <summary>The finest unit that fits; rounded up, so that the server never gives up before the client does.</summary>
    public static string Format(TimeSpan timeout)
    {
        var ticks = Math.Max(timeout.Ticks, 1);
        ReadOnlySpan<(long Ticks, char Unit)> units =
        [
            (TimeSpan.TicksPerMicrosecond, 'u'), (TimeSpan.TicksPerMillisecond, 'm'), (TimeSpan.TicksPerSecond, 'S'),
            (TimeSpan.TicksPerMinute, 'M'),
        ];
        foreach (var (size, unit) in units)
        {
            var amount = ((ticks - 1) / size) + 1;
            if (amount <= MostDigits)
            {
                return amount.ToString(CultureInfo.InvariantCulture) + unit;
            }
        }

        var hours = Math.Min(((ticks - 1) / TimeSpan.TicksPerHour) + 1, MostDigits);
        return hours.ToString(CultureInfo.InvariantCulture) + 'H';
    }
}
