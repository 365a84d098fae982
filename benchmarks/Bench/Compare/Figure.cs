using System.Globalization;

namespace Daytwo.Bench.Compare;

/// <summary>One figure beside the twin's: medians of several interleaved runs.</summary>
/// <param name="Name">What is measured, such as <c>snapshot.cpu</c>.</param>
/// <param name="Unit">Printed behind the numbers.</param>
/// <param name="Ours">Our runs.</param>
/// <param name="Twin">The twin's runs, one beside each of ours.</param>
/// <param name="Limit">The largest ratio ours/twin that is good enough.</param>
internal sealed record Figure(string Name, string Unit, IReadOnlyList<double> Ours, IReadOnlyList<double> Twin, double Limit)
{
    /// <summary>What the two sides are called.</summary>
    public (string Ours, string Twin) Sides { get; init; } = ("ours", "twin");

    public double Ratio => Median(Ours) / Median(Twin);

    public bool GoodEnough => Ratio <= Limit;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} {Sides.Ours}={Median(Ours):0.##}{Unit} {Sides.Twin}={Median(Twin):0.##}{Unit} ratio={Ratio:0.00} limit={Limit:0.00} {(GoodEnough ? "ok" : "SHORT")}");

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
